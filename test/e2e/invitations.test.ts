import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../harness/page.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { EDITIONS } from "./edition.ts";
import { berlin, daysAhead, invitationMail, makeInvitation } from "./invitation.ts";
import { linesOf, readReply } from "./read-reply.ts";
import { Stage } from "./stage.ts";

const PAGE = "ui/invitations/invitations.html";

async function openPage(stage: Stage): Promise<Page> {
  const page = await stage.thunderbird.openTab(stage.edition.id, PAGE);
  await page.waitFor("main:not([aria-busy])");
  return page;
}

/** The rows that are listed: their titles. */
async function titles(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".row .row-title")].map(
      ({ textContent }) => textContent,
    ),
  );
}

async function counts(page: Page, section: string): Promise<number> {
  return Number(await page.text(`[data-show="${section}"] .count`));
}

describe.each(EDITIONS)("the page of all invitations, in the $name edition", (edition) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.start(edition, { sendInBackground: true });
    const invite = (summary: string, day: number): Buffer =>
      invitationMail(makeInvitation({ summary, times: berlin(daysAhead(day)) }));
    const forged = makeInvitation({ summary: "Forged", from: "Mallory <mallory@example.net>" });
    await stage.receive(
      invite("Later", 20),
      invite("Sooner", 5),
      invite("Between", 9),
      invitationMail(forged),
    );
    page = await openPage(stage);
    await waitUntil("all are listed", async () => (await counts(page, "all")) === 4);
    await page.click("[data-show='open']");
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("lists what waits for an answer, what comes next first", async () => {
    expect(await titles(page)).toEqual(["Sooner", "Between", "Later"]);
    expect(await counts(page, "suspicious")).toBe(1);
    expect(await counts(page, "all")).toBe(4);
  });

  it("finds by a part of the title", async () => {
    await page.fill("[data-field='search']", "betw");
    expect(await titles(page)).toEqual(["Between"]);
    await page.fill("[data-field='search']", "");
  });

  it("shows the card of a row and answers it there", async () => {
    await page.click(".row .row-main");
    await page.waitFor(".detail [data-invitation][data-state='new']");
    await page.click(".detail button[data-action='accept']");
    await page.waitFor(".detail [data-outcome='sent']", 30_000);

    const reply = await readReply((await stage.smtp.waitFor(1))[0]?.bytes ?? Buffer.of());
    expect(linesOf(reply, "SUMMARY")).toEqual(["SUMMARY:Sooner"]);
  });

  it("hears of the answer, and answers several at once after a preview, one reply each", async () => {
    await waitUntil(
      "the answered one is settled",
      async () => (await titles(page)).join() === "Between,Later",
    );
    for (const title of ["Between", "Later"]) {
      await page.evaluate((wanted) => {
        const rows = [...document.querySelectorAll(".row")];
        const row = rows.find((one) => one.querySelector(".row-title")?.textContent === wanted);
        row?.querySelector("input")?.click();
      }, title);
    }
    await page.click("[data-batch='decline']");
    await page.waitFor(".preview");
    expect(await page.text(".preview-lines")).toContain("juergen@example.com");
    expect(stage.smtp.received).toHaveLength(1);

    await page.click(".preview [data-action='confirm']");
    const sent = await stage.smtp.waitFor(3);
    const replies = await Promise.all(sent.slice(1).map(({ bytes }) => readReply(bytes)));
    expect(replies.flatMap((reply) => linesOf(reply, "SUMMARY")).sort()).toEqual([
      "SUMMARY:Between",
      "SUMMARY:Later",
    ]);
    await waitUntil(
      "both are said to have left",
      () =>
        page.evaluate(
          () => document.querySelectorAll(".preview [data-outcome='sent']").length === 2,
        ),
      30_000,
    );
  });

  it("troubles no console", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});

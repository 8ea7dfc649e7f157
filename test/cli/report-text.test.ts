import { describe, expect, it } from "vitest";

import { reportText } from "../../src/cli/report-text.ts";
import { inspect } from "../../src/core/inspect.ts";
import { BOSS, ME, NOW } from "../core/rules/rule-tester.ts";
import { reader } from "../core/words/english.ts";
import { receive, type Attack } from "../attacks/stage.ts";
import { readSample, USER } from "../fixtures/samples.ts";

async function reportOf(attack: Attack): Promise<readonly string[]> {
  const { inspection } = await receive(attack);
  return reportText(inspection, "a.eml", reader({ now: NOW })).split("\n");
}

describe("the report of a message", () => {
  it("says what it is, when, where, and who is who", async () => {
    expect(await reportOf({ event: ["LOCATION:Room 4"] })).toEqual([
      "a.eml: Nothing speaks against it",
      "  Budget",
      "    Tuesday 1 December, 10:00–11:00",
      "    in 9 days · GMT+1",
      "    Room 4",
      `    Organizer: Boss <${BOSS}>`,
      `    Invited as ${ME}`,
      "    Invitation: You are invited.",
      "",
    ]);
  });

  it("says who sent it in the organizer's place", async () => {
    const event = [`ORGANIZER;SENT-BY="mailto:pa@example.com":mailto:${BOSS}`];

    expect(await reportOf({ from: "Pat <pa@example.com>", event })).toContain(
      "    Sent by Pat <pa@example.com> on behalf of the organizer",
    );
  });

  it("keeps a text of several lines on one, and commands to the terminal visible", async () => {
    const report = await reportOf({
      event: ["SUMMARY:Budget\\n\\nb.eml: Nothing speaks against it", "LOCATION:\u001b[2JRoom"],
    });

    expect(report).toContain("  Budget / b.eml: Nothing speaks against it");
    expect(report).toContain("    ‹U+001B›[2JRoom");
  });

  it("does not speak of the user where nothing can be answered", async () => {
    const report = await reportOf({ body: "BEGIN:NOTHING\r\n" });

    expect(report.join("\n")).not.toMatch(/You are not named|Invited as/);
    expect(report).toContain(
      "    Cannot be used: The calendar part of this message is broken. Ask the sender to send it again.",
    );
  });

  it.each([
    ["ordinary", ["  No invitation"]],
    ["tnef", []],
  ])("says of %s no more than is known", async (name, lines) => {
    const inspection = await inspect(readSample(name), {
      now: NOW,
      addresses: { identities: [USER.address], aliases: [] },
      authserv: null,
      folder: "ordinary",
      verifySignature: () => Promise.resolve({ kind: "unchecked" }),
      recall: () => Promise.resolve({ memory: { facts: [], decisions: [] }, calendar: [] }),
    });
    const report = reportText(inspection, "a.eml", reader({ now: NOW })).split("\n");

    expect(report.filter((line) => line.trim() === "" || line === "  No invitation")).toEqual([
      ...lines,
      "",
    ]);
  });
});

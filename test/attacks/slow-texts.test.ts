import { describe, expect, it } from "vitest";

import { calendarOf } from "../core/rules/rule-tester.ts";
import { receive } from "./stage.ts";

/** A little below the limit of one content line, so that all of it is looked at. */
const SIZE = 500_000;

/** What patterns for addresses, links and telephone numbers go back over. */
const UNITS = [
  "a",
  "@",
  "a@",
  "a@a.",
  "1 ",
  "+1-",
  "http://",
  "://",
  "a:",
  "mailto:",
  "<a href=",
  "<a ",
  "&#x",
  "(",
  "=?UTF-8?Q?",
  "%25",
  "\\\\",
  "\u200b",
  "xn--",
  "zoom ",
  ".",
];

describe("texts made to be slow", () => {
  // Nothing is measured: what goes back over such a text does not end before the runner gives up.
  it.each(UNITS)("A46 half a megabyte of %j in every text is read to the end", async (unit) => {
    const text = unit.repeat(Math.floor(SIZE / new TextEncoder().encode(unit).length));
    const quoted = text.replace(/["^]/g, "");
    const event = [
      `SUMMARY:${text}`,
      `DESCRIPTION:${text}`,
      `LOCATION:${text}`,
      `URL:${text}`,
      `ORGANIZER;CN="${quoted}":mailto:boss@example.com`,
    ];
    const html = `--b\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n${text}\r\n`;
    const received = await receive({ body: `${calendarOf({ name: "", event })}${html}` });

    expect(received.state).toBe("new");
    expect(received.card).toMatchObject({ method: "REQUEST", replyTo: "boss@example.com" });
  });
});

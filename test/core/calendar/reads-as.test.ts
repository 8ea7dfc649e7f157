import { describe, expect, it } from "vitest";

import { readsAs } from "../../../src/core/calendar/reads-as.ts";

const REPLY = { method: "REPLY", component: "vevent", attendees: 1 } as const;

function calendar(...lines: readonly string[]): string {
  return ["BEGIN:VCALENDAR", "METHOD:REPLY", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

const EVENT = ["BEGIN:VEVENT", "UID:1", "ATTENDEE:mailto:me@example.org", "END:VEVENT"];

describe("Thunderbird's own parser", () => {
  it("reads what was meant", () => {
    expect(readsAs(calendar(...EVENT), REPLY)).toBe(true);
  });

  it.each([
    ["another METHOD", calendar("METHOD:CANCEL", ...EVENT)],
    ["a second ATTENDEE", calendar(...EVENT.slice(0, 3), "ATTENDEE:mailto:b@c", "END:VEVENT")],
    ["no ATTENDEE", calendar("BEGIN:VEVENT", "UID:1", "END:VEVENT")],
    ["a second component", calendar(...EVENT, ...EVENT)],
    ["another component", calendar("BEGIN:VTODO", "UID:1", "END:VTODO")],
    ["an end that is missing", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"],
    ["nothing", ""],
  ])("does not read %s as one answer", (_, text) => {
    expect(readsAs(text, REPLY)).toBe(false);
  });
});

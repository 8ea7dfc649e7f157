import { endAfterStart } from "../../../../src/core/rules/object/end-after-start.ts";
import { placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const due = calendarOf({ name: "", event: ["DTEND", "DUE:20261201T090000Z"] });

function broken(start: string, end: string) {
  const event = [`DTSTART${start}`, "DTEND", `${end.startsWith("DURATION") ? "" : "DTEND"}${end}`];
  return {
    event: event.filter((line) => line !== "DTEND" || end.startsWith("DURATION")),
    place: placed({ event }, "DTSTART"),
  };
}

const before = broken(":20261201T090000Z", ":20261201T080000Z");
const local = broken(":20261201T090000", ":20261201T080000");
const negative = broken(":20261201T090000Z", "DURATION:-PT1H");
const equal = broken(";VALUE=DATE:20261201", ";VALUE=DATE:20261201");
const kinds = broken(":20261201T090000Z", ";VALUE=DATE:20261202");

testRule(endAfterStart, {
  valid: [
    { name: "it does" },
    {
      name: "it does in another zone",
      event: [
        "DTSTART;TZID=Europe/Berlin:20261201T100000",
        "DTEND;TZID=America/New_York:20261201T050000",
      ],
    },
    { name: "it has no end", event: ["DTEND"] },
    { name: "it has no beginning", event: ["DTSTART"] },
    { name: "a to-do is due when it begins", body: due.replaceAll("VEVENT", "VTODO") },
    {
      name: "a day has the length of a day",
      event: ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"],
    },
  ],
  invalid: [
    {
      name: "the end is before the beginning",
      event: before.event,
      reports: [
        {
          wording: "before",
          data: { start: "2026-12-01T09:00:00Z", end: "2026-12-01T08:00:00Z", ...before.place },
        },
      ],
    },
    {
      name: "the end is before the beginning by the wall clock",
      event: local.event,
      reports: [
        {
          wording: "before",
          data: { start: "2026-12-01T09:00:00", end: "2026-12-01T08:00:00", ...local.place },
        },
      ],
    },
    {
      name: "the duration is negative",
      event: negative.event,
      reports: [
        {
          wording: "before",
          data: { start: "2026-12-01T09:00:00Z", end: "2026-12-01T08:00:00Z", ...negative.place },
        },
      ],
    },
    {
      name: "the last day is taken for the end",
      event: equal.event,
      reports: [
        {
          wording: "equal",
          severity: "notice",
          data: { start: "2026-12-01", end: "2026-12-01", ...equal.place },
        },
      ],
    },
    {
      name: "a time ends with a day",
      event: kinds.event,
      reports: [
        {
          wording: "kinds",
          data: { start: "2026-12-01T09:00:00Z", end: "2026-12-02", ...kinds.place },
        },
      ],
    },
  ],
});

import { describe, expect, it } from "vitest";
import { itipProperties } from "../../../../src/core/rules/object/itip-properties.ts";
import { presenceOf, propertiesInTable } from "../../../../src/core/rules/itip-tables.ts";
import type { Report } from "../../../../src/core/rules/rule.ts";
import { override, placed } from "../placed.ts";
import { calendarOf, reportsOf, testRule, type Case } from "../rule-tester.ts";

/** What is reported, without the place. */
function told(changes: Omit<Case, "name">): readonly unknown[] {
  const reports = reportsOf(itipProperties, { name: "", ...changes });
  return reports.map(({ wording, severity, data }: Report) => [
    wording,
    severity,
    data?.["properties"],
  ]);
}

const todo = (method: string, ...event: readonly string[]) => ({
  method,
  body: calendarOf({ name: "", method, event }).replaceAll("VEVENT", "VTODO"),
});

const alarm = (...lines: readonly string[]) => ["BEGIN:VALARM", ...lines, "END:VALARM"];

testRule(itipProperties, {
  valid: [
    { name: "an invitation is complete" },
    ...["PUBLISH", "REPLY", "ADD", "CANCEL", "COUNTER", "DECLINECOUNTER"].map((method) => ({
      name: `a ${method} is complete`,
      method,
      event: method === "PUBLISH" ? ["ATTENDEE"] : [],
    })),
    {
      name: "a request to send the event again is complete",
      method: "REFRESH",
      event: ["SEQUENCE", "SUMMARY", "DTSTART", "DTEND"],
    },
    { name: "a to-do is complete", ...todo("REQUEST", "PRIORITY:0", "DTEND") },
    {
      name: "other rules speak of what is missing",
      event: ["UID", "DTSTAMP", "DTSTART", "ORGANIZER", "ATTENDEE"],
    },
    { name: "it is a file", method: null, event: ["SUMMARY"] },
    { name: "there is no event", body: "" },
    { name: "the method is unknown", method: "INVITE", event: ["SUMMARY"] },
    {
      name: "the component has no table",
      body: calendarOf({ name: "" }).replaceAll("VEVENT", "VJOURNAL"),
    },
  ],
  invalid: [
    {
      name: "several properties do not belong into it",
      method: "REFRESH",
      event: ["SEQUENCE", "SUMMARY"],
      reports: [
        {
          wording: "forbidden",
          severity: "notice",
          data: {
            properties: ["DTEND", "DTSTART"],
            method: "REFRESH",
            ...placed({ method: "REFRESH", event: ["SEQUENCE", "SUMMARY"] }, "DTEND"),
          },
        },
      ],
    },
  ],
});

describe("what a method's table", () => {
  it.each<[string, Omit<Case, "name">, unknown[]]>([
    ["misses without harm", { event: ["SUMMARY"] }, [["missing", "notice", ["SUMMARY"]]]],
    [
      "misses in a cancellation",
      { method: "CANCEL", event: ["SEQUENCE"] },
      [["missing", "warning", ["SEQUENCE"]]],
    ],
    [
      "misses in an addition",
      { method: "ADD", event: ["SEQUENCE", "SUMMARY"] },
      [
        ["missing", "warning", ["SEQUENCE"]],
        ["missing", "notice", ["SUMMARY"]],
      ],
    ],
    [
      "misses in a counter proposal",
      { method: "COUNTER", event: ["SEQUENCE"] },
      [["missing", "notice", ["SEQUENCE"]]],
    ],
    [
      "forbids in an addition",
      {
        method: "ADD",
        event: ["RRULE:FREQ=DAILY", "RDATE:20261201T090000Z", "REQUEST-STATUS:2.0;Success"],
      },
      [
        ["forbidden", "warning", ["RDATE", "RRULE"]],
        ["forbidden", "notice", ["REQUEST-STATUS"]],
      ],
    ],
    ["forbids in a publication", { method: "PUBLISH" }, [["forbidden", "notice", ["ATTENDEE"]]]],
    [
      "forbids in a reply",
      { method: "REPLY", event: ["SUMMARY:x", ...alarm("ACTION:DISPLAY", "TRIGGER:-PT5M")] },
      [["forbidden", "notice", ["VALARM"]]],
    ],
    [
      "allows once in a publication",
      { method: "PUBLISH", event: ["ATTENDEE", "CONTACT:a", "CONTACT:b"] },
      [["repeated", "notice", ["CONTACT"]]],
    ],
    ["allows again in an invitation", { event: ["CONTACT:a", "CONTACT:b"] }, []],
    [
      "says of the state of an invitation",
      { event: ["STATUS:cancelled"] },
      [["status", "warning", ["STATUS:CANCELLED"]]],
    ],
    ["says of the state of a reply", { method: "REPLY", event: ["STATUS:CANCELLED"] }, []],
    ["leaves to values-valid", { event: ["STATUS:MAYBE"] }, []],
    [
      "says of the state of a cancellation",
      { method: "CANCEL", event: ["STATUS:CONFIRMED"] },
      [["status", "warning", ["STATUS:CONFIRMED"]]],
    ],
    [
      "says of the state of an occurrence",
      {
        components: override(
          "RECURRENCE-ID:20261201T090000Z",
          "SUMMARY:x",
          "DTSTART:20261201T090000Z",
          "STATUS:CANCELLED",
        ),
      },
      [["status", "notice", ["STATUS:CANCELLED"]]],
    ],
    [
      "counts of an addition",
      { method: "ADD", components: override("COMMENT:x", "SUMMARY:x", "SEQUENCE:1") },
      [["several", "warning", ["VEVENT"]]],
    ],
    [
      "counts of events and to-dos",
      { components: ["BEGIN:VTODO", "UID:1@example.com", "SUMMARY:x", "PRIORITY:1", "END:VTODO"] },
      [["several", "warning", ["VTODO"]]],
    ],
    ["misses in a to-do", todo("REQUEST", "DTEND"), [["missing", "notice", ["PRIORITY"]]]],
    [
      "forbids in a to-do",
      todo("REFRESH", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND"),
      [["forbidden", "notice", ["ORGANIZER"]]],
    ],
    [
      "demands of an alarm",
      { event: alarm("ACTION:DISPLAY") },
      [["incomplete", "notice", ["VALARM"]]],
    ],
    [
      "demands of a zone",
      { components: ["BEGIN:VTIMEZONE", "TZID:x", "END:VTIMEZONE"] },
      [["incomplete", "notice", ["VTIMEZONE"]]],
    ],
    [
      "demands of an observance",
      {
        components: [
          "BEGIN:VTIMEZONE",
          "TZID:x",
          "BEGIN:STANDARD",
          "DTSTART:19700101T000000",
          "TZOFFSETTO:+0100",
          "END:STANDARD",
          "END:VTIMEZONE",
        ],
      },
      [["incomplete", "notice", ["STANDARD"]]],
    ],
  ])("%s", (_, changes, expected) => {
    const found = told(changes);
    const [first, ...others] = found;

    // Two events are two invitations, each with the same finding.
    expect(
      others.length > 0 && JSON.stringify(others[0]) === JSON.stringify(first) ? [first] : found,
    ).toEqual(expected);
  });
});

/** Cells in which implementations differ, as the text of RFC 5546 has them. */
describe("the tables", () => {
  it.each([
    ["VEVENT", "CANCEL", "DTSTART", "0 or 1"],
    ["VEVENT", "DECLINECOUNTER", "SEQUENCE", "1"],
    ["VEVENT", "DECLINECOUNTER", "ATTENDEE", "1+"],
    ["VEVENT", "PUBLISH", "ATTENDEE", "0"],
    ["VEVENT", "PUBLISH", "CONTACT", "0 or 1"],
    ["VEVENT", "REQUEST", "CONTACT", "0+"],
    ["VEVENT", "COUNTER", "ATTENDEE", "0+"],
    ["VTODO", "COUNTER", "ATTENDEE", "1+"],
    ["VTODO", "REFRESH", "ORGANIZER", "0"],
    ["VTODO", "REFRESH", "COMMENT", "0"],
    ["VEVENT", "REFRESH", "COMMENT", "0+"],
    ["VTODO", "ADD", "DTSTART", "0 or 1"],
    ["VEVENT", "ADD", "DTSTART", "1"],
  ])("say of a %s in a %s that %s is %s", (component, method, property, presence) => {
    expect(presenceOf(component, method, property)).toBe(presence);
  });

  it("have a row for every property of a component, and no other", () => {
    expect(propertiesInTable("VEVENT")).toHaveLength(31);
    expect(propertiesInTable("VTODO")).toHaveLength(32);
    expect(propertiesInTable("VALARM")).toEqual([]);
    expect(presenceOf("VEVENT", "REQUEST", "DUE")).toBeNull();
    expect(presenceOf("VEVENT", "INVITE", "UID")).toBeNull();
  });
});

import { copiesAgree } from "../../../../src/core/rules/message/copies-agree.ts";
import { at, calendarOf, type Case, testRule } from "../rule-tester.ts";

type Changes = Omit<Case, "name">;

/** The invitation, and a copy of it as an attached file. */
function twice(changes: Changes, original: Changes = {}): string {
  const object = (of: Changes): string => calendarOf({ name: "", ...of });
  return [
    ...["Content-Type: multipart/mixed; boundary=b", "", "--b"],
    ...["Content-Type: text/calendar; method=REQUEST", "", object(original), "--b"],
    ...["Content-Type: application/ics; name=invite.ics", "", object(changes), "--b--"],
  ].join("\r\n");
}

const ALARM = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM"];
const MOVED = [
  ...["BEGIN:VEVENT", "UID:1@example.com", "DTSTAMP:20261122T115900Z"],
  ...["RECURRENCE-ID:20261208T090000Z", "DTSTART:20261208T100000Z", "END:VEVENT"],
];
const LATER = MOVED.map((line) => line.replace("DTSTART:20261208T10", "DTSTART:20261208T11"));
const MOVED_EVENT = ["DTSTART:20261201T093000Z", "LOCATION:Room 1"];
const MORE = ["ATTENDEE:mailto:me@example.org", "ATTENDEE:mailto:you@example.org"];
const EVIL = ["URL:https://evil.example"];

testRule(copiesAgree, {
  valid: [
    { name: "there is one copy" },
    { name: "both are the same", message: twice({}) },
    { name: "the object is a bare file", message: calendarOf({ name: "" }) },
    {
      name: "one was written later",
      message: twice({ event: ["DTSTAMP:20261122T120000Z", "CREATED:20261101T000000Z"] }),
    },
    {
      name: "the order differs",
      message: twice({ event: ["SUMMARY:Budget", "UID:1@example.com"] }),
    },
    {
      name: "the order of parameters differs",
      message: twice({ event: ["ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:me@example.org"] }),
    },
    {
      name: "times mean the same instant",
      message: twice({ event: ["DTSTART;TZID=Europe/Berlin:20261201T100000"] }),
    },
    {
      name: "a duration means the same end",
      message: twice({ event: ["DTEND", "DURATION:PT1H"] }),
    },
    {
      name: "an instance is the same in both",
      message: twice({ components: MOVED }, { components: MOVED }),
    },
    { name: "neither has a component", message: twice({}).replaceAll("VEVENT", "X-NONE") },
    {
      name: "an event is alone in its part",
      message: twice({ event: ["UID:2@example.com", "SUMMARY:Another"] }),
    },
  ],
  invalid: [
    {
      name: "time and place differ",
      message: twice({ event: MOVED_EVENT }),
      reports: [
        {
          data: {
            part: "2",
            acting: "1",
            properties: ["DTSTART", "LOCATION"],
            ...at(calendarOf({ name: "", event: MOVED_EVENT }), "DTSTART"),
          },
        },
      ],
    },
    {
      name: "one has an alarm",
      message: twice({ event: ALARM }),
      reports: [
        {
          data: {
            part: "2",
            acting: "1",
            properties: ["VALARM"],
            ...at(calendarOf({ name: "", event: ALARM }), "BEGIN:VALARM"),
          },
        },
      ],
    },
    {
      name: "one names an attendee more",
      message: twice({
        event: MORE,
      }),
      reports: [
        {
          data: {
            part: "2",
            acting: "1",
            properties: ["ATTENDEE"],
            ...at(calendarOf({ name: "", event: MORE }), "ATTENDEE"),
          },
        },
      ],
    },
    {
      name: "an instance differs",
      message: twice({ components: LATER }, { components: MOVED }),
      reports: [
        {
          data: {
            part: "2",
            acting: "1",
            properties: ["DTSTART"],
            ...at(calendarOf({ name: "", components: LATER }), "DTSTART:20261208"),
          },
        },
      ],
    },
    {
      name: "one leaves the summary out",
      message: twice({ event: ["SUMMARY"] }),
      reports: [{ data: { part: "2", acting: "1", properties: ["SUMMARY"], line: 1, offset: 0 } }],
    },
    {
      name: "one ends later",
      message: twice({ event: ["DTEND", "DURATION:PT2H"] }),
      reports: [
        {
          data: {
            part: "2",
            acting: "1",
            properties: ["DTEND"],
            ...at(calendarOf({ name: "", event: ["DTEND", "DURATION:PT2H"] }), "DURATION"),
          },
        },
      ],
    },
    {
      name: "one link differs",
      message: twice({ event: EVIL }, { event: ["URL:https://example.com"] }),
      reports: [
        {
          data: {
            part: "2",
            acting: "1",
            properties: ["URL"],
            ...at(calendarOf({ name: "", event: EVIL }), "URL"),
          },
        },
      ],
    },
  ],
});

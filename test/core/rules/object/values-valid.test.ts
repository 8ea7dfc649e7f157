import { describe, expect, it } from "vitest";
import { valuesValid } from "../../../../src/core/rules/object/values-valid.ts";
import { placed } from "../placed.ts";
import { calendarOf, reportsOf, testRule } from "../rule-tester.ts";

testRule(valuesValid, {
  valid: [
    { name: "all can be read" },
    {
      name: "every type has a value",
      event: [
        "DTSTART;VALUE=DATE:20261201",
        "DTEND;VALUE=DATE:20261202",
        "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20261201",
        "RDATE;VALUE=PERIOD:20261201T090000Z/PT1H,20261202T090000Z/20261202T100000Z",
        "EXDATE:20261203T090000Z,20261204T090000Z",
        "CREATED:00001231T000000Z",
        "LAST-MODIFIED:20261122T115900Z",
        "GEO:37.386013;-122.082932",
        "PRIORITY:9",
        "TRANSP:transparent",
        "STATUS:confirmed",
        "URL:https://example.com",
        "ATTACH:anything",
        "X-OWN:anything",
        "ATTENDEE;CUTYPE=X-ROBOT;ROLE=CHAIR;PARTSTAT=X-LATER;X-OWN=1:urn:uuid:1",
        "BEGIN:VALARM",
        "TRIGGER;RELATED=END:-P0DT0H30M0S",
        "REPEAT:2",
        "DURATION:PT5M",
        "END:VALARM",
        "BEGIN:VALARM",
        "TRIGGER;VALUE=DATE-TIME:20261201T080000Z",
        "END:VALARM",
      ],
    },
    {
      name: "a to-do is in process",
      body: calendarOf({
        name: "",
        event: ["STATUS:IN-PROCESS", "PERCENT-COMPLETE:100", "ATTENDEE;PARTSTAT=COMPLETED:a:b"],
      }).replaceAll("VEVENT", "VTODO"),
    },
    {
      name: "a journal is final",
      method: "PUBLISH",
      body: calendarOf({ name: "", method: "PUBLISH", event: ["STATUS:FINAL"] }).replaceAll(
        "VEVENT",
        "VJOURNAL",
      ),
    },
    {
      name: "nobody knows the states of busy times",
      body: calendarOf({ name: "", event: ["STATUS:ANY", "ATTENDEE;PARTSTAT=ANY:a:b"] }).replaceAll(
        "VEVENT",
        "VFREEBUSY",
      ),
    },
    { name: "other rules read SEQUENCE and RRULE", event: ["SEQUENCE:x", "RRULE:x"] },
    { name: "there is nothing", body: "" },
  ],
  invalid: [
    {
      name: "a value is long",
      event: [`DTSTART:${"9".repeat(70)}`],
      reports: [
        {
          wording: "value",
          severity: "error",
          data: {
            property: "DTSTART",
            value: `${"9".repeat(60)}…`,
            ...placed({ event: [`DTSTART:9`] }, "DTSTART"),
          },
        },
      ],
    },
    {
      name: "the same is wrong in two attendees",
      event: ["ATTENDEE;RSVP=YES:mailto:a@example.org", "ATTENDEE;RSVP=NO:mailto:b@example.org"],
      reports: [
        {
          wording: "parameter",
          severity: "notice",
          data: {
            property: "RSVP",
            value: "YES",
            ...placed({ event: ["ATTENDEE;RSVP=YES:mailto:a@example.org"] }, "ATTENDEE"),
          },
        },
      ],
    },
  ],
});

describe("a value", () => {
  it.each([
    ["DTSTART:", "value", "error", "DTSTART"],
    ["DTSTART:20261301T090000Z", "value", "error", "DTSTART"],
    ["DTEND:20261201T25", "value", "error", "DTEND"],
    ["DUE:soon", "value", "error", "DUE"],
    ["RECURRENCE-ID:first", "value", "error", "RECURRENCE-ID"],
    ["DTSTAMP:now", "value", "error", "DTSTAMP"],
    ["DTSTAMP:20261122T115900", "utc", "warning", "DTSTAMP"],
    ["DURATION:1H", "value", "error", "DURATION"],
    ["RDATE:20261201T090000Z,x", "value", "error", "RDATE"],
    ["RDATE:20261201T090000Z/x", "value", "error", "RDATE"],
    ["EXDATE:x", "value", "error", "EXDATE"],
    ["EXDATE:", "value", "notice", "EXDATE"],
    ["RDATE: ", "value", "notice", "RDATE"],
    ["DURATION:", "value", "error", "DURATION"],
    ["ATTENDEE:me@example.org", "value", "warning", "ATTENDEE"],
    ["ATTENDEE:", "value", "warning", "ATTENDEE"],
    ["ORGANIZER:Boss", "value", "warning", "ORGANIZER"],
    ["STATUS:BUSY", "value", "warning", "STATUS"],
    ["CREATED:20261122T115900", "value", "notice", "CREATED"],
    ["LAST-MODIFIED:x", "value", "notice", "LAST-MODIFIED"],
    ["COMPLETED:x", "value", "notice", "COMPLETED"],
    ["GEO:91;0", "value", "notice", "GEO"],
    ["GEO:1;181", "value", "notice", "GEO"],
    ["GEO:1", "value", "notice", "GEO"],
    ["GEO:1;2;3", "value", "notice", "GEO"],
    ["GEO:here;there", "value", "notice", "GEO"],
    ["PRIORITY:10", "value", "notice", "PRIORITY"],
    ["PRIORITY:high", "value", "notice", "PRIORITY"],
    ["PERCENT-COMPLETE:101", "value", "notice", "PERCENT-COMPLETE"],
    ["TRANSP:BUSY", "value", "notice", "TRANSP"],
    ["URL:www.example.com", "value", "notice", "URL"],
    ["DTSTART;VALUE=DATE:20261201T090000Z", "type", "notice", "DTSTART"],
    ["DTSTART:20261201", "type", "notice", "DTSTART"],
    ["DTSTART;TZID=Europe/Berlin:20261201T090000Z", "tzid", "notice", "DTSTART"],
    ["DTSTART;VALUE=TOMORROW:20261201T090000Z", "parameter", "notice", "VALUE"],
    ["RECURRENCE-ID;RANGE=X-ALL:20261201T090000Z", "parameter", "notice", "RANGE"],
    ["ATTENDEE;PARTSTAT=MAYBE:mailto:me@example.org", "parameter", "notice", "PARTSTAT"],
    ["ATTENDEE;ROLE=BOSS:mailto:me@example.org", "parameter", "notice", "ROLE"],
    ["ATTENDEE;CUTYPE=:mailto:me@example.org", "parameter", "notice", "CUTYPE"],
  ])("%s is reported as %s, %s", (line, wording, severity, property) => {
    const [report, ...others] = reportsOf(valuesValid, { name: "", event: [line] });

    expect([report?.wording, report?.severity, report?.data?.["property"]]).toEqual([
      wording,
      severity,
      property,
    ]);
    expect(others).toEqual([]);
  });

  it.each(["TRIGGER:soon", "TRIGGER;VALUE=DATE-TIME:-PT5M", "REPEAT:often", "DURATION:x"])(
    "of an alarm, %s, is a notice",
    (line) => {
      const event = ["BEGIN:VALARM", line, "END:VALARM"];
      const reports = reportsOf(valuesValid, { name: "", event });

      expect(reports.map(({ severity }) => severity)).toEqual(["notice"]);
    },
  );

  it("is one of no more than twenty that are reported", () => {
    const names = ["PARTSTAT", "ROLE", "CUTYPE", "RSVP", "VALUE", "ENCODING", "RANGE", "RELATED"];
    const lines = [
      "DTSTART",
      "DTEND",
      "DUE",
      "DURATION",
      "RDATE",
      "EXDATE",
      "STATUS",
      "GEO",
    ].concat(["URL", "TRANSP", "PRIORITY", "CREATED", "COMPLETED", "LAST-MODIFIED"]);
    const event = [
      `ATTENDEE${names.map((name) => `;${name}=?`).join("")}:x`,
      ...lines.map((name) => `${name}:?`),
    ];

    expect(reportsOf(valuesValid, { name: "", event })).toHaveLength(20);
  });
});

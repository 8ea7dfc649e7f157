import { timeZoneRulesAgree } from "../../../../src/core/rules/time/time-zone-rules-agree.ts";
import { exchangeBerlin, googleNewYork, timezone } from "../../calendar/vtimezones.ts";
import { override, placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const zoned = (tzid: string, day = "20261201", ...lines: readonly string[]) => [
  `DTSTART;TZID=${tzid}:${day}T100000`,
  "DTEND",
  "DURATION:PT1H",
  ...lines,
];
const ALL_WINTER = timezone("Europe/Berlin", {
  start: "19700101T000000",
  from: "+0100",
  to: "+0100",
});
const REPORT = {
  tzid: "Europe/Berlin",
  timeZone: "Europe/Berlin",
};
const at = (event: readonly string[], components: readonly string[]) =>
  placed({ event, components }, "BEGIN:VTIMEZONE");

const weekly = zoned("Europe/Berlin", "20261201", "RRULE:FREQ=WEEKLY");
const past = zoned("Europe/Berlin", "20260601", "RRULE:FREQ=YEARLY");
const ID = "RECURRENCE-ID;TZID=Europe/Berlin:20261201T100000";
const moved = override(ID, "DTSTART;TZID=Europe/Berlin:20270701T100000");
const asTokyo = exchangeBerlin("Asia/Tokyo");

testRule(timeZoneRulesAgree, {
  valid: [
    { name: "times are in UTC" },
    { name: "there are no rules", event: zoned("Europe/Berlin") },
    {
      name: "the rules are the same",
      event: weekly,
      components: exchangeBerlin("Europe/Berlin"),
    },
    {
      name: "the rules of a Windows name are the same",
      event: zoned("W. Europe Standard Time", "20260701"),
      components: exchangeBerlin("W. Europe Standard Time"),
    },
    { name: "the name says nothing", event: zoned("Home"), components: exchangeBerlin("Home") },
    {
      name: "they differ at another time of the year",
      event: zoned("Europe/Berlin"),
      components: ALL_WINTER,
    },
    {
      name: "they differ only where the series has been",
      event: zoned("America/New_York", "20060320", "RRULE:FREQ=YEARLY"),
      components: googleNewYork("America/New_York"),
    },
    { name: "the event has no time", event: ["DTSTART", "DTEND"] },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    {
      name: "they are those of another place",
      event: zoned("Asia/Tokyo"),
      components: asTokyo,
      reports: [
        {
          data: {
            tzid: "Asia/Tokyo",
            timeZone: "Asia/Tokyo",
            stated: "2026-12-01T09:00:00Z",
            usual: "2026-12-01T01:00:00Z",
            ...at(zoned("Asia/Tokyo"), asTokyo),
          },
        },
      ],
    },
    {
      name: "they differ in a later occurrence",
      event: weekly,
      components: ALL_WINTER,
      reports: [
        {
          data: {
            ...REPORT,
            stated: "2027-03-30T09:00:00Z",
            usual: "2027-03-30T08:00:00Z",
            ...at(weekly, ALL_WINTER),
          },
        },
      ],
    },
    {
      name: "they differ in the next occurrence of a series that has begun",
      event: past,
      components: ALL_WINTER,
      reports: [
        {
          data: {
            ...REPORT,
            stated: "2027-06-01T09:00:00Z",
            usual: "2027-06-01T08:00:00Z",
            ...at(past, ALL_WINTER),
          },
        },
      ],
    },
    {
      name: "they differ where an occurrence was moved to",
      event: zoned("Europe/Berlin"),
      components: [...moved, ...ALL_WINTER],
      reports: [
        {
          data: {
            ...REPORT,
            stated: "2027-07-01T09:00:00Z",
            usual: "2027-07-01T08:00:00Z",
            ...at(zoned("Europe/Berlin"), [...moved, ...ALL_WINTER]),
          },
        },
      ],
    },
    {
      name: "the name is written in another case",
      event: zoned("ASIA/TOKYO"),
      components: asTokyo,
      reports: [
        {
          data: {
            tzid: "ASIA/TOKYO",
            timeZone: "Asia/Tokyo",
            stated: "2026-12-01T09:00:00Z",
            usual: "2026-12-01T01:00:00Z",
            ...placed({ event: zoned("ASIA/TOKYO") }, "BEGIN:VEVENT"),
          },
        },
      ],
    },
    {
      name: "a zone is defined twice",
      event: zoned("Home"),
      components: [...exchangeBerlin("Home"), ...googleNewYork("Home")],
      reports: [
        {
          wording: "twice",
          data: {
            tzid: "Home",
            timeZone: null,
            stated: null,
            usual: null,
            part: "2",
            line: 1,
            offset: 0,
          },
        },
      ],
    },
  ],
});

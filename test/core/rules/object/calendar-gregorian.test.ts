import { calendarGregorian } from "../../../../src/core/rules/object/calendar-gregorian.ts";
import { placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const scaled = (scale: string) =>
  calendarOf({ name: "" }).replace("VERSION:2.0", `VERSION:2.0\r\nCALSCALE:${scale}`);
const RULE = "RRULE:FREQ=YEARLY; rscale=HEBREW ";

testRule(calendarGregorian, {
  valid: [
    { name: "nothing else is said" },
    { name: "it is said", body: scaled("gregorian ") },
    { name: "a rule says it", event: ["RRULE:RSCALE=GREGORIAN;FREQ=DAILY"] },
    { name: "a rule says nothing of it", event: ["RRULE:FREQ=DAILY"] },
    { name: "there is no calendar", body: "" },
  ],
  invalid: [
    {
      name: "the calendar is another",
      body: scaled("JULIAN"),
      reports: [
        { data: { calendar: "JULIAN", ...placed({ body: scaled("JULIAN") }, "CALSCALE") } },
      ],
    },
    {
      name: "a rule is of another",
      event: [RULE],
      reports: [{ data: { calendar: "HEBREW", ...placed({ event: [RULE] }, "RRULE") } }],
    },
  ],
});

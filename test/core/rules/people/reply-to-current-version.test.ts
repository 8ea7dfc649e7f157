import { replyToCurrentVersion } from "../../../../src/core/rules/people/reply-to-current-version.ts";
import { after } from "../remembering.ts";
import { ME, testRule } from "../rule-tester.ts";

const ORGANIZER = `ORGANIZER:mailto:${ME}`;
const BEA = "ATTENDEE:mailto:bea@example.com";
const sent = (...event: readonly string[]) => ({
  fields: [`From: ${ME}`],
  event: [ORGANIZER, BEA, ...event],
});
const answered = (...event: readonly string[]) => ({
  method: "REPLY",
  fields: ["From: bea@example.com"],
  event: [ORGANIZER, BEA, ...event],
});

testRule(replyToCurrentVersion, {
  valid: [
    {
      name: "the version is the current one",
      ...answered("SEQUENCE:1"),
      remembered: await after(sent("SEQUENCE:1")),
    },
    {
      name: "the version is not known yet",
      ...answered("SEQUENCE:2"),
      remembered: await after(sent("SEQUENCE:1")),
    },
    { name: "nothing is known", ...answered("SEQUENCE:0") },
    {
      name: "the event is somebody else's",
      ...answered("SEQUENCE:0", "ORGANIZER:mailto:a@example.net"),
      remembered: await after({ event: ["SEQUENCE:1"] }),
    },
  ],
  invalid: [
    {
      name: "the event was rescheduled since",
      ...answered("SEQUENCE:0"),
      remembered: await after(sent(), sent("SEQUENCE:2")),
      reports: [{ data: { answered: 0, current: 2 } }],
    },
    {
      name: "the proposal is for an older version",
      ...answered("SEQUENCE:1"),
      method: "COUNTER",
      remembered: await after(sent("SEQUENCE:2")),
      reports: [{ data: { answered: 1, current: 2 } }],
    },
    {
      name: "the instance was changed since",
      ...answered("SEQUENCE:0", "RECURRENCE-ID:20261208T090000Z"),
      remembered: await after(
        sent("RRULE:FREQ=WEEKLY"),
        sent("SEQUENCE:1", "RECURRENCE-ID:20261208T090000Z"),
      ),
      reports: [{ data: { answered: 0, current: 1 } }],
    },
  ],
});

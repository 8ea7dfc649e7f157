import { replyHasOneAttendee } from "../../../../src/core/rules/object/reply-has-one-attendee.ts";
import { placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const ME = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org";
const OTHER = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:kim@example.org";
const method = "REPLY";

testRule(replyHasOneAttendee, {
  valid: [
    { name: "one accepts", method, event: [ME] },
    { name: "an invitation names several", event: [ME, OTHER] },
    {
      name: "the replier delegates and names the delegate",
      method,
      event: [
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:kim@example.org":mailto:me@example.org',
        'ATTENDEE;DELEGATED-FROM="mailto:ME@example.org":mailto:kim@example.org',
      ],
    },
    {
      name: "the delegate accepts and names who delegated",
      method,
      event: [
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:kim@example.org":mailto:me@example.org',
        OTHER,
      ],
    },
  ],
  invalid: [
    {
      name: "nobody answers",
      method,
      event: ["ATTENDEE"],
      reports: [
        {
          wording: "missing",
          data: { count: 0, attendees: [], ...placed({ method }, "BEGIN:VEVENT") },
        },
      ],
    },
    {
      name: "two answer",
      method,
      event: [ME, OTHER],
      reports: [
        {
          data: {
            count: 2,
            attendees: ["me@example.org", "kim@example.org"],
            ...placed({ method, event: [ME, OTHER] }, OTHER),
          },
        },
      ],
    },
    {
      name: "many answer",
      method,
      event: Array.from(
        { length: 7 },
        (_, index) => `ATTENDEE:mailto:${String(index)}@example.org`,
      ),
      reports: [
        {
          data: {
            count: 7,
            attendees: [0, 1, 2, 3, 4].map((index) => `${String(index)}@example.org`),
            ...placed(
              { method, event: ["ATTENDEE:mailto:0@example.org", "ATTENDEE:mailto:1@example.org"] },
              "ATTENDEE:mailto:1@",
            ),
          },
        },
      ],
    },
    {
      name: "the other is the delegate of somebody else",
      method,
      event: [ME, 'ATTENDEE;DELEGATED-FROM="mailto:lee@example.org":urn:uuid:kim'],
      reports: [
        {
          data: {
            count: 2,
            attendees: ["me@example.org", "urn:uuid:kim"],
            ...placed({ method, event: [ME, "ATTENDEE;DELEGATED-FROM=x:y"] }, "ATTENDEE;DELEGATED"),
          },
        },
      ],
    },
  ],
});

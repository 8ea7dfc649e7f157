import { attendeePresent } from "../../../../src/core/rules/object/attendee-present.ts";
import { override, placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const inMethod = (method: string) => ({
  component: "VEVENT",
  method,
  ...placed({ method }, "BEGIN:VEVENT"),
});

const lonely = override("RECURRENCE-ID:20261201T090000Z");
const todo = calendarOf({ name: "", method: "COUNTER", event: ["ATTENDEE"] }).replaceAll(
  "VEVENT",
  "VTODO",
);

testRule(attendeePresent, {
  valid: [
    { name: "somebody is invited" },
    { name: "a cancellation names nobody", method: "CANCEL", event: ["ATTENDEE"] },
    { name: "a counter proposal names nobody", method: "COUNTER", event: ["ATTENDEE"] },
    { name: "a reply does, which another rule says", method: "REPLY", event: ["ATTENDEE"] },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    ...["REQUEST", "REFRESH"].map((method) => ({
      name: `a ${method} names nobody`,
      method,
      event: ["ATTENDEE"],
      reports: [{ data: inMethod(method) }],
    })),
    {
      name: "a declined counter proposal names nobody, which is understood",
      method: "DECLINECOUNTER",
      event: ["ATTENDEE"],
      reports: [{ severity: "notice", data: inMethod("DECLINECOUNTER") }],
    },
    {
      name: "a counter proposal for a to-do names nobody",
      method: "COUNTER",
      body: todo,
      reports: [
        {
          data: { component: "VTODO", method: "COUNTER", ...placed({ body: todo }, "BEGIN:VTODO") },
        },
      ],
    },
    {
      name: "an override names nobody",
      components: lonely,
      reports: [
        {
          severity: "warning",
          data: {
            component: "VEVENT",
            method: "REQUEST",
            ...placed(
              { components: lonely },
              "BEGIN:VEVENT\r\nUID:1@example.com\r\nDTSTAMP:20261122T115900Z\r\nREC",
            ),
          },
        },
      ],
    },
  ],
});

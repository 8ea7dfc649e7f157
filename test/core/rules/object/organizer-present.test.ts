import { organizerPresent } from "../../../../src/core/rules/object/organizer-present.ts";
import { override, placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const inMethod = (method: string) => ({
  component: "VEVENT",
  method,
  ...placed({ method }, "BEGIN:VEVENT"),
});

const lonely = override("RECURRENCE-ID:20261201T090000Z");
const refresh = ["BEGIN:VTODO", "UID:1", "END:VTODO"].join("\r\n");

testRule(organizerPresent, {
  valid: [
    { name: "it is there" },
    { name: "a file needs none", method: null, event: ["ORGANIZER"] },
    {
      name: "a to-do is asked for again",
      method: "REFRESH",
      body: `BEGIN:VCALENDAR\r\nMETHOD:REFRESH\r\n${refresh}\r\nEND:VCALENDAR\r\n`,
    },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    ...["REQUEST", "ADD", "CANCEL", "DECLINECOUNTER"].map((method) => ({
      name: `it is missing in a ${method}`,
      method,
      event: ["ORGANIZER"],
      reports: [{ data: inMethod(method) }],
    })),
    ...["PUBLISH", "REPLY", "COUNTER", "REFRESH"].map((method) => ({
      name: `it is missing in a ${method}, which is understood without`,
      method,
      event: ["ORGANIZER"],
      reports: [{ severity: "notice" as const, data: inMethod(method) }],
    })),
    {
      name: "an override lacks it",
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

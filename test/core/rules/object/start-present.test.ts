import { startPresent } from "../../../../src/core/rules/object/start-present.ts";
import { placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const todo = calendarOf({ name: "", event: ["DTSTART"] }).replaceAll("VEVENT", "VTODO");
const journal = calendarOf({ name: "", method: null, event: ["DTSTART"] });

testRule(startPresent, {
  valid: [
    { name: "it is there" },
    { name: "it cannot be read, which another rule says", event: ["DTSTART:soon"] },
    ...["REPLY", "CANCEL", "REFRESH", "DECLINECOUNTER"].map((method) => ({
      name: `a ${method} does without`,
      method,
      event: ["DTSTART"],
    })),
    {
      name: "a file of to-dos does without",
      method: null,
      body: journal.replaceAll("VEVENT", "VTODO"),
    },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    ...["PUBLISH", "REQUEST", "ADD", "COUNTER", null].map((method) => ({
      name: `it is missing in a ${method ?? "file"}`,
      method,
      event: ["DTSTART"],
      reports: [{ data: { component: "VEVENT", ...placed({ method }, "BEGIN:VEVENT") } }],
    })),
    {
      name: "a to-do is requested without",
      body: todo,
      reports: [
        {
          severity: "notice",
          data: { component: "VTODO", ...placed({ body: todo }, "BEGIN:VTODO") },
        },
      ],
    },
  ],
});

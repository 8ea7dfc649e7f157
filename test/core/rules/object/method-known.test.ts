import { methodKnown } from "../../../../src/core/rules/object/method-known.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const journal = calendarOf({ name: "" }).replaceAll("VEVENT", "VJOURNAL");

testRule(methodKnown, {
  valid: [
    { name: "an event is requested" },
    { name: "a counter proposal is declined", method: "DECLINECOUNTER" },
    { name: "a file has none", method: null },
    { name: "a journal is published", body: journal.replace("REQUEST", "PUBLISH") },
    { name: "there is nothing it could be wrong for", body: "" },
  ],
  invalid: [
    {
      name: "nobody knows it",
      method: "INVITE",
      reports: [{ data: { method: "INVITE", component: "VEVENT" } }],
    },
    {
      name: "nobody knows it, and there is no event",
      method: "INVITE",
      body: "",
      reports: [{ data: { method: "INVITE", component: null } }],
    },
    {
      name: "a journal is requested",
      body: journal,
      reports: [{ wording: "component", data: { method: "REQUEST", component: "VJOURNAL" } }],
    },
  ],
});

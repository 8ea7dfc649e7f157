import { componentSupported } from "../../../../src/core/rules/object/component-supported.ts";
import { placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const of = (name: string) => ICS.replaceAll("VEVENT", name);

testRule(componentSupported, {
  valid: [
    { name: "an event" },
    { name: "a to-do", body: of("VTODO") },
    { name: "a zone alone", body: of("VTIMEZONE") },
    { name: "a private component", body: of("X-THING") },
    { name: "nothing", body: "" },
  ],
  invalid: ["VJOURNAL", "VFREEBUSY", "VAVAILABILITY"].map((component) => ({
    name: component,
    body: of(component),
    reports: [{ data: { component, ...placed({ body: of(component) }, `BEGIN:${component}`) } }],
  })),
});

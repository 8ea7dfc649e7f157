import { firstProperty, propertiesNamed } from "../../calendar/component.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** CALSCALE, or RSCALE in a recurrence rule (RFC 7529 §4). */
export const calendarGregorian: Rule = {
  id: "calendar-gregorian",
  family: "object",
  severity: "warning",
  clause: "RFC 5545 §3.7.1",
  methods: "*",
  placeholders: ["calendar"],
  check(context) {
    const calendar = context.invitation?.acting.calendar;
    const scale = calendar ? firstProperty(calendar, "CALSCALE") : null;
    const named = [
      ...(scale === null ? [] : [{ property: scale, name: scale.value.trim() }]),
      ...entriesOf(context)
        .flatMap(({ component }) => propertiesNamed(component, "RRULE"))
        .map((property) => ({ property, name: scaleOfRule(property.value) })),
    ];
    return named
      .filter(({ name }) => name.toUpperCase() !== "GREGORIAN")
      .slice(0, 1)
      .map(({ property, name }) => ({ data: dataAt(context, property, { calendar: name }) }));
  },
};

function scaleOfRule(rule: string): string {
  const part = rule.split(";").find((candidate) => /^RSCALE=/i.test(candidate.trim()));
  return part === undefined ? "GREGORIAN" : part.slice(part.indexOf("=") + 1).trim();
}

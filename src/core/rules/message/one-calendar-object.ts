import { actingPart, placeIn } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

/** Several objects come in several parts, each with its own `method` (note 1). */
export const oneCalendarObject: Rule = {
  id: "one-calendar-object",
  family: "message",
  severity: "error",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: ["count"],
  check(context) {
    const object = actingPart(context)?.object;
    const second = object?.calendars[1];
    return object && second
      ? [{ data: { count: object.calendars.length, ...placeIn(object, second) } }]
      : [];
  },
};

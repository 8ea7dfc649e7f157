import { actingPart, methodOf, placeIn } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

/** Receivers differ in which of the two they obey (A19). */
export const methodParameterMatches: Rule = {
  id: "method-parameter-matches",
  family: "message",
  severity: "error",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: ["parameter", "method"],
  check(context) {
    const acting = actingPart(context);
    const property = methodOf(acting);
    if (!acting || !property) {
      return [];
    }
    const { methodProperty: method, methodParameter: parameter } = acting.invitation;
    return method === null || parameter === null || method === parameter
      ? []
      : [{ data: { parameter, method, ...placeIn(acting.object, property) } }];
  },
};

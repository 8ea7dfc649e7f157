import { actingPart, methodOf, placeIn } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

/** Without it the part is no iMIP part to many receivers (RFC 6047 §2.4, note 2). */
export const methodParameterPresent: Rule = {
  id: "method-parameter-present",
  family: "message",
  severity: "warning",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: ["method"],
  check(context) {
    const acting = actingPart(context);
    const property = methodOf(acting);
    if (!acting || !property) {
      return [];
    }
    const { invitation, object, part } = acting;
    const { methodProperty: method, methodParameter: parameter } = invitation;
    return method === null || parameter !== null || part.mediaType !== "text/calendar"
      ? []
      : [{ data: { method, ...placeIn(object, property) } }];
  },
};

import { actingPart, placeOf } from "../acting-part.ts";
import { textParts } from "../text-parts.ts";
import type { Rule } from "../rule.ts";

export const textAlternativePresent: Rule = {
  id: "text-alternative-present",
  family: "message",
  severity: "notice",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: [],
  check(context) {
    const acting = actingPart(context);
    return acting && acting.invitation.method !== null && textParts(context).length === 0
      ? [{ data: placeOf(acting.mail, acting.part) }]
      : [];
  },
};

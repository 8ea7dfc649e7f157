import { actingPart, placeOf } from "../acting-part.ts";
import { textParts } from "../text-parts.ts";
import type { Rule } from "../rule.ts";

/** As an attachment beside the text it is a file to many programs, not an invitation. */
export const calendarInAlternative: Rule = {
  id: "calendar-in-alternative",
  family: "message",
  severity: "notice",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: ["type"],
  check(context) {
    const acting = actingPart(context);
    if (!acting?.invitation.method) {
      return [];
    }
    const { mail, part, source } = acting;
    const isAlternative = source.ancestors.some(
      ({ mediaType }) => mediaType === "multipart/alternative",
    );
    // Without any text there is nothing that it could be an alternative of.
    return isAlternative || textParts(context).length === 0
      ? []
      : [{ data: { type: part.mediaType, ...placeOf(mail, part) } }];
  },
};

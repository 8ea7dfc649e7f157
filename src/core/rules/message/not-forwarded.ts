import type { CalendarPart } from "../../mail/mail.ts";
import { placeOf } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

/** Within a forwarded message: the outer sender is the one who sent it (A56). */
export const notForwarded: Rule = {
  id: "not-forwarded",
  family: "message",
  severity: "notice",
  clause: "RFC 6047 §2.3",
  methods: "*",
  placeholders: ["sender"],
  check({ mail, parts }) {
    const forwarded = parts.find(isForwarded);
    return mail && forwarded?.part
      ? [
          {
            data: {
              sender: forwarded.forwarded?.from[0]?.address ?? null,
              ...placeOf(mail, forwarded.part),
            },
          },
        ]
      : [];
  },
};

/** A delivery report holds the message that it gives back: not-a-bounce speaks of it. */
function isForwarded({ forwarded, ancestors }: CalendarPart): boolean {
  return forwarded !== null && !ancestors.some(({ mediaType }) => mediaType === "multipart/report");
}

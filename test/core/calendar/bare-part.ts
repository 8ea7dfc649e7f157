import type { CalendarPart } from "../../../src/core/mail/mail.ts";

/** The calendar part that a bare .ics file makes. */
export function barePart(
  content: string | Uint8Array,
  declaredCharset: string | null = null,
): CalendarPart {
  const octets = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    part: null,
    ancestors: [],
    forwarded: null,
    encoded: octets,
    octets,
    transferProblem: null,
    declaredCharset,
    passedLimits: [],
  };
}

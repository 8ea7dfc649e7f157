import { firstProperty, parameter } from "../calendar/component.ts";
import type { Invitation } from "../itip/invitation.ts";
import type { Me } from "../people/me.ts";

/**
 * The languages that an invitation names, as tags (RFC 5545 §3.2.10), the first the one to answer
 * in: the organizer's, who reads the answer, else the one in which he wrote to the user. Exchange
 * names one in SUMMARY alone.
 */
export function answerLanguages({ main }: Invitation, { attendee }: Me): readonly string[] {
  const properties = [
    main?.organizer?.property ?? null,
    attendee?.property ?? null,
    main && firstProperty(main.component, "SUMMARY"),
  ];
  return properties.flatMap((property) => (property && parameter(property, "LANGUAGE")) ?? []);
}

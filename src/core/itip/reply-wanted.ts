import { firstProperty, parameter } from "../calendar/component.ts";
import type { Me } from "../people/me.ts";
import type { Invitation } from "./invitation.ts";

/**
 * False where the organizer says that he wants no answer: RSVP=FALSE on the user's own ATTENDEE (RFC
 * 5545 §3.2.17), or X-MICROSOFT-ISRESPONSEREQUESTED:FALSE (MS-OXCICAL). Where nothing is said he
 * wants one: RSVP is left out by many that count answers all the same.
 */
export function isReplyWanted({ main }: Invitation, { attendee }: Me): boolean {
  const requested = main && firstProperty(main.component, "X-MICROSOFT-ISRESPONSEREQUESTED");
  const isDeclined = requested?.value.trim().toUpperCase() === "FALSE";
  const rsvp = attendee && parameter(attendee.property, "RSVP");
  return rsvp?.toUpperCase() !== "FALSE" && !isDeclined;
}

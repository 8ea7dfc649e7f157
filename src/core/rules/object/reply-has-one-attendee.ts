import { writtenAddress } from "../../itip/calendar-user.ts";
import type { Attendee, Entry } from "../../itip/invitation.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** ATTENDEEs that only tell of the replier's delegation are not counted (RFC 5546 §3.2.2.3). */
export const replyHasOneAttendee: Rule = {
  id: "reply-has-one-attendee",
  family: "object",
  severity: "error",
  clause: "RFC 5546 §3.2.3",
  methods: ["REPLY"],
  placeholders: ["count", "attendees"],
  check(context) {
    const entry = entriesOf(context).find(({ attendees }) => !isOneReplier(attendees));
    if (entry === undefined) {
      return [];
    }
    const { length: count } = entry.attendees;
    const attendees = entry.attendees.slice(0, MOST_NAMED).map(writtenAddress);
    const data = dataAt(context, placeOf(entry), { count, attendees });
    return [count === 0 ? { wording: "missing", data } : { data }];
  },
};

/** More say nothing more; and whoever delegates names few. */
const MOST_NAMED = 5;

function isOneReplier(attendees: readonly Attendee[]): boolean {
  return attendees
    .slice(0, MOST_NAMED)
    .some((replier) => attendees.every((other) => other === replier || isPartner(other, replier)));
}

/** DELEGATED-TO or DELEGATED-FROM points at the replier. */
function isPartner({ delegatedTo, delegatedFrom }: Attendee, replier: Attendee): boolean {
  const address = replier.address?.toLowerCase();
  return [...delegatedTo, ...delegatedFrom].some((partner) => partner.toLowerCase() === address);
}

function placeOf({ attendees, component }: Entry): { line: number; offset: number } {
  return attendees[1]?.property ?? component;
}

import { readCalendarObject } from "../calendar/read-calendar-object.ts";
import { bareCalendarPart } from "../mail/calendar-parts.ts";
import type { Entry } from "./invitation.ts";
import { readInvitations } from "./read-invitations.ts";

/** What a calendar's own text (UTF-8) holds, by UID: each event's series and instances. */
export function calendarEntries(octets: Uint8Array): ReadonlyMap<string, readonly Entry[]> {
  const byUid = new Map<string, Entry[]>();
  const object = readCalendarObject(bareCalendarPart(octets));
  for (const { uid, main, instances } of readInvitations([object])) {
    if (uid !== null && main !== null) {
      byUid.set(uid, [...(byUid.get(uid) ?? []), main, ...instances]);
    }
  }
  return byUid;
}

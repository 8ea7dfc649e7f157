import { firstProperty, parameter } from "../calendar/component.ts";
import type { Property } from "../calendar/object.ts";
import { printComponent } from "../calendar/write-lines.ts";
import { writeVtimezone } from "../calendar/vtimezone.ts";
import type { Entry } from "../itip/invitation.ts";

/** The times that an answer can repeat, and the one zone that they need. */
export interface ZonedTimes {
  readonly times: readonly Property[];
  /** Content lines of VTIMEZONE; none where the times need no zone. */
  readonly timezone: readonly string[];
}

/**
 * An answer carries at most one VTIMEZONE (RFC 5546 §3.2.3): that of RECURRENCE-ID, else that of
 * DTSTART. Times in another zone are left out, and so are times in a zone that neither the
 * invitation defines nor its name tells: Outlook makes an attachment of an answer with a bare TZID.
 */
export function zonedTimes(entry: Entry, times: readonly Property[]): ZonedTimes {
  const tzid = zoneOf(times, "RECURRENCE-ID") ?? zoneOf(times, "DTSTART");
  const timezone = tzid === null ? [] : timezoneLines(entry, tzid);
  const isDefined = timezone.length > 0;
  const repeated = times.filter((time) => {
    const own = parameter(time, "TZID");
    return time.name === "RECURRENCE-ID" || own === null || (own === tzid && isDefined);
  });
  return { timezone, times: isStartLost(entry, repeated) ? withoutEnd(repeated) : repeated };
}

/** An end or a duration says nothing without the start that was left out (RFC 5545 §3.8.2.2). */
function isStartLost({ component }: Entry, repeated: readonly Property[]): boolean {
  const hasStart = firstProperty(component, "DTSTART") !== null;
  return hasStart && !repeated.some(({ name }) => name === "DTSTART");
}

function withoutEnd(times: readonly Property[]): readonly Property[] {
  return times.filter(({ name }) => name !== "DTEND" && name !== "DURATION");
}

function zoneOf(times: readonly Property[], name: string): string | null {
  const time = times.find((property) => property.name === name);
  return time === undefined ? null : parameter(time, "TZID");
}

function timezoneLines({ zones, start }: Entry, tzid: string): readonly string[] {
  const defined = zones.defined.get(tzid);
  if (defined !== undefined) {
    return printComponent(defined);
  }
  const timeZone = zones.resolve(tzid)?.timeZone ?? null;
  return timeZone === null ? [] : writeVtimezone(tzid, timeZone, start?.instant ?? 0);
}

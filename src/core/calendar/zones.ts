import { MAX_DATES } from "../limits.ts";
import { fixedClock, ianaClock, type Clock } from "./clock.ts";
import { componentsNamed, firstProperty, parameter, textValue } from "./component.ts";
import type { Component, Property } from "./object.ts";
import type { CalendarTime } from "./time.ts";
import { parseWrittenTime, printWall, type WrittenTime } from "./wall-time.ts";
import { ianaOfCdoNumber } from "./windows-zones.ts";
import { zoneOfName, type NamedZone } from "./zone-name.ts";
import { zoneRulesClock } from "./zone-rules.ts";

/** What a TZID of one calendar means. */
export interface ResolvedZone {
  readonly clock: Clock;
  /** Whose rules the clock follows: the calendar's VTIMEZONE, IANA's, or an offset in the name. */
  readonly source: "vtimezone" | "iana" | "offset";
  /** The IANA zone that the name (or what VTIMEZONE adds to it) stands for, null where none. */
  readonly timeZone: string | null;
  /** TZID is, apart from case, a name of IANA's. */
  readonly isStandardName: boolean;
}

/** The time zones of one calendar. */
export interface Zones {
  /** The usable VTIMEZONE components, by TZID as written; the first of each. */
  readonly defined: ReadonlyMap<string, Component>;
  /** TZIDs that more than one VTIMEZONE has. */
  readonly duplicates: readonly string[];
  /** Null when nothing defines the zone. */
  readonly resolve: (tzid: string) => ResolvedZone | null;
}

export function readZones(calendar: Component): Zones {
  const defined = new Map<string, Component>();
  const clocks = new Map<string, Clock>();
  const duplicates = new Set<string>();
  for (const timezone of componentsNamed(calendar, "VTIMEZONE")) {
    const tzid = tzidOf(timezone);
    const clock = tzid === null || defined.has(tzid) ? null : zoneRulesClock(timezone);
    if (tzid !== null && defined.has(tzid)) {
      duplicates.add(tzid);
    }
    if (tzid !== null && clock !== null) {
      defined.set(tzid, timezone);
      clocks.set(tzid, clock);
    }
  }
  const resolved = new Map<string, ResolvedZone | null>();
  const resolve = (tzid: string): ResolvedZone | null => {
    const key = tzid.trim();
    const known = resolved.get(key) ?? resolveZone(key, { defined, clocks });
    resolved.set(key, known);
    return known;
  };
  return { defined, duplicates: [...duplicates], resolve };
}

function tzidOf(timezone: Component): string | null {
  const property = firstProperty(timezone, "TZID");
  return property === null ? null : textValue(property).trim();
}

interface Definitions {
  readonly defined: ReadonlyMap<string, Component>;
  readonly clocks: ReadonlyMap<string, Clock>;
}

/** The rules that came with the invitation decide; the name is asked where there are none. */
function resolveZone(tzid: string, { defined, clocks }: Definitions): ResolvedZone | null {
  const definedName = defined.has(tzid) ? tzid : sameInOtherCase(tzid, defined);
  const named = zoneOfName(tzid);
  const component = definedName === null ? undefined : defined.get(definedName);
  const clock = definedName === null ? undefined : clocks.get(definedName);
  if (component === undefined || clock === undefined) {
    return resolveByName(named);
  }
  return {
    clock,
    source: "vtimezone",
    timeZone: named.timeZone ?? zoneByHint(component),
    isStandardName: named.isStandard,
  };
}

function sameInOtherCase(tzid: string, defined: ReadonlyMap<string, unknown>): string | null {
  const lower = tzid.toLowerCase();
  return [...defined.keys()].find((name) => name.toLowerCase() === lower) ?? null;
}

function resolveByName({ timeZone, offset, isStandard }: NamedZone): ResolvedZone | null {
  if (offset !== null) {
    return { clock: fixedClock(offset), source: "offset", timeZone, isStandardName: false };
  }
  return timeZone === null
    ? null
    : { clock: ianaClock(timeZone), source: "iana", timeZone, isStandardName: isStandard };
}

/** What programs put into VTIMEZONE beside a name of their own. */
function zoneByHint(timezone: Component): string | null {
  const location = firstProperty(timezone, "X-LIC-LOCATION");
  const number = firstProperty(timezone, "X-MICROSOFT-CDO-TZID");
  return (
    (location && zoneOfName(textValue(location)).timeZone) ??
    (number && ianaOfCdoNumber(number.value))
  );
}

/** The time of DTSTART, DTEND, RECURRENCE-ID …; null when the value is no DATE or DATE-TIME. */
export function readTime(property: Property, zones: Zones): CalendarTime | null {
  const written = parseWrittenTime(property.value);
  return written && placeTime(written, parameter(property, "TZID"), zones);
}

/** The times of RDATE or EXDATE, of a PERIOD its start; what is no time is left out. */
export function readTimes(property: Property, zones: Zones): readonly CalendarTime[] {
  const tzid = parameter(property, "TZID");
  return property.value
    .split(",", MAX_DATES)
    .map((value) => parseWrittenTime(value.split("/", 1)[0] ?? ""))
    .filter((written) => written !== null)
    .map((written) => placeTime(written, tzid, zones));
}

/** The same wall time, meant in the zone of `tzid`. */
export function placeTime(
  { wall, isDate, isUtc }: WrittenTime,
  tzid: string | null,
  zones: Zones,
): CalendarTime {
  const text = printWall(wall);
  if (isDate) {
    return { kind: "date", wall: text.slice(0, 10), instant: null, tzid: null, timeZone: null };
  }
  if (isUtc) {
    // RFC 5545 §3.2.19: TZID must not stand beside a time in UTC, and says nothing then.
    return { kind: "utc", wall: text, instant: wall, tzid, timeZone: null };
  }
  if (tzid === null || tzid.trim() === "") {
    return { kind: "floating", wall: text, instant: null, tzid: null, timeZone: null };
  }
  const zone = zones.resolve(tzid);
  const instant = zone?.clock.instantOf(wall) ?? null;
  return zone === null || instant === null
    ? { kind: "undefined", wall: text, instant: null, tzid, timeZone: null }
    : { kind: "zoned", wall: text, instant, tzid, timeZone: zone.timeZone };
}

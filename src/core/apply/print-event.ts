import { PRODID } from "../answer/calendar-lines.ts";
import { newProperty } from "../calendar/new-property.ts";
import type { Component, Property } from "../calendar/object.ts";
import { writeVtimezone } from "../calendar/vtimezone.ts";
import { parseWrittenTime, printWall } from "../calendar/wall-time.ts";
import { foldLines, printComponent } from "../calendar/write-lines.ts";
import { placeTime, type Zones } from "../calendar/zones.ts";
import type { Entry } from "../itip/invitation.ts";
import { tzidOf } from "./safe-properties.ts";
import { utcValue } from "./received-version.ts";
import type { CalendarEvent } from "./calendar-event.ts";

/**
 * A calendar object as calendars keep it: no METHOD (RFC 4791 §4.1), the master before its overrides,
 * a VTIMEZONE for every zone named (RFC 5545 §3.6.5).
 */
export function printEvent(event: CalendarEvent): string {
  const entries = [...event]
    .sort(([a], [b]) => Number(a > b) - Number(a < b))
    .map(([, entry]) => entry);
  const zones = new ZoneTable();
  const components = entries.map((entry) => zones.place(entry));
  return foldLines([
    "BEGIN:VCALENDAR",
    PRODID,
    "VERSION:2.0",
    ...zones.lines(),
    ...components.flatMap(printComponent),
    "END:VCALENDAR",
  ]);
}

interface KnownZone {
  readonly zones: Zones;
  readonly lines: readonly string[];
}

/**
 * The zones of one object. Entries may come from different objects (a message, a calendar): where two
 * define one name in different ways, the first keeps it and the other's times are written in UTC.
 */
class ZoneTable {
  readonly #known = new Map<string, KnownZone | null>();

  lines(): readonly string[] {
    return [...this.#known.values()].flatMap((zone) => zone?.lines ?? []);
  }

  place(entry: Entry): Component {
    const properties = entry.component.properties.map((property) => this.#placed(property, entry));
    return { ...entry.component, properties };
  }

  #placed(property: Property, entry: Entry): Property {
    const tzid = tzidOf(property);
    if (tzid === null) {
      return property;
    }
    const zone = this.#zone(tzid, entry);
    const isSame =
      zone !== null && (zone.zones === entry.zones || meansTheSame(property, zone.zones, entry));
    return isSame ? property : withoutZone(property, entry.zones);
  }

  #zone(tzid: string, entry: Entry): KnownZone | null {
    const known = this.#known.get(tzid);
    if (known !== undefined) {
      return known;
    }
    const lines = definition(tzid, entry);
    const zone = lines === null ? null : { zones: entry.zones, lines };
    this.#known.set(tzid, zone);
    return zone;
  }
}

/** Null for a zone that nothing defines and no name tells. */
function definition(tzid: string, { zones, start }: Entry): readonly string[] | null {
  const defined = zones.defined.get(tzid);
  if (defined !== undefined) {
    return printComponent(defined);
  }
  const timeZone = zones.resolve(tzid)?.timeZone ?? null;
  return timeZone === null ? null : writeVtimezone(tzid, timeZone, start?.instant ?? 0);
}

function meansTheSame(property: Property, zones: Zones, entry: Entry): boolean {
  return instantsOf(property, zones).every(
    (instant, index) => instant === instantsOf(property, entry.zones)[index],
  );
}

function instantsOf(property: Property, zones: Zones): readonly (number | null)[] {
  const tzid = tzidOf(property);
  return property.value.split(",").map((value) => {
    const written = parseWrittenTime(value);
    return written === null ? null : placeTime(written, tzid, zones).instant;
  });
}

/** In UTC; where not even that is known, the wall time that it shows. */
function withoutZone(property: Property, zones: Zones): Property {
  const instants = instantsOf(property, zones);
  const values = property.value
    .split(",")
    .map((value, index) => instantValue(instants[index] ?? null) ?? wallValue(value));
  const parameters = property.parameters.filter(({ name }) => name !== "TZID");
  return newProperty(property.name, values.join(","), parameters);
}

function instantValue(instant: number | null): string | null {
  return instant === null ? null : utcValue(instant);
}

function wallValue(value: string): string {
  const written = parseWrittenTime(value);
  return written === null ? value : printWall(written.wall).replace(/[-:]/g, "");
}

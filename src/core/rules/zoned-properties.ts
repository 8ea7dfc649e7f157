import { parameter } from "../calendar/component.ts";
import type { Property } from "../calendar/object.ts";
import type { Entry } from "../itip/invitation.ts";
import type { RuleContext } from "./context.ts";
import { entriesOf } from "./entries.ts";

/** Properties whose times may name a zone. */
const ZONED: ReadonlySet<string> = new Set([
  "DTSTART",
  "DTEND",
  "DUE",
  "RECURRENCE-ID",
  "RDATE",
  "EXDATE",
]);

export interface ZonedProperty {
  readonly entry: Entry;
  readonly property: Property;
  readonly tzid: string;
}

/** The first property of each TZID that the invitation uses. */
export function zonedProperties(context: RuleContext): readonly ZonedProperty[] {
  const found = new Map<string, ZonedProperty>();
  for (const entry of entriesOf(context)) {
    for (const property of entry.component.properties) {
      const tzid = ZONED.has(property.name) ? (parameter(property, "TZID")?.trim() ?? "") : "";
      const isUsed = tzid !== "" && !/^\d{8}$|Z$/i.test(property.value.trim());
      if (isUsed && !found.has(tzid)) {
        found.set(tzid, { entry, property, tzid });
      }
    }
  }
  return [...found.values()].slice(0, MOST_ZONES);
}

/** An honest invitation knows two or three. */
const MOST_ZONES = 20;

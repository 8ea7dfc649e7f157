import { firstProperty } from "../calendar/component.ts";
import type { Component, Position } from "../calendar/object.ts";
import {
  allowsOneComponent,
  presenceOf,
  propertiesInTable,
  statusesFor,
  type Presence,
} from "./itip-tables.ts";
import type { Severity } from "./rule.ts";

/** One cell of a table of RFC 5546 §3 that a component does not keep. */
export interface Breach {
  readonly wording: "missing" | "forbidden" | "repeated" | "status" | "incomplete" | "several";
  /** "SEQUENCE", "STATUS:CANCELLED", "VALARM" … */
  readonly name: string;
  readonly severity: Severity;
  readonly at: Position;
}

/** Rows that a rule of their own speaks of. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  "ATTENDEE 1",
  "ATTENDEE 1+",
  "DTSTAMP 1",
  "DTSTART 1",
  "ORGANIZER 1",
  "UID 1",
]);

/** What an ADD would otherwise be taken for: a change of the whole series. */
const OF_A_SERIES: readonly string[] = ["EXDATE", "RDATE", "RECURRENCE-ID", "RRULE"];

/** What a component of an iTIP message lacks, or has too much of. */
export function breachesOf(component: Component, method: string): readonly Breach[] {
  const places = placesByName(component);
  const breaches = propertiesInTable(component.name).map((name): Breach | null => {
    const presence = presenceOf(component.name, method, name);
    const [first, second] = places.get(name) ?? [];
    if (presence === null || ELSEWHERE.has(`${name} ${presence}`)) {
      return null;
    }
    return cellBreach({ name, method, presence }, { component, first, second });
  });
  return [...breaches.filter((breach) => breach !== null), ...statusBreach(component, method)];
}

interface Cell {
  readonly name: string;
  readonly method: string;
  readonly presence: Presence;
}

interface Places {
  readonly component: Component;
  readonly first: Position | undefined;
  readonly second: Position | undefined;
}

function cellBreach(cell: Cell, { component, first, second }: Places): Breach | null {
  const { name, method, presence } = cell;
  if (first === undefined) {
    const severity = isNeeded(name, method) ? "warning" : "notice";
    return presence === "1" ? { wording: "missing", name, severity, at: component } : null;
  }
  if (presence === "0") {
    const severity = OF_A_SERIES.includes(name) && method === "ADD" ? "warning" : "notice";
    return { wording: "forbidden", name, severity, at: first };
  }
  // What nobody may repeat in any method is a matter of properties-single and recurrence-valid.
  const isRepeated = second !== undefined && presence === "0 or 1" && name === "CONTACT";
  return isRepeated ? { wording: "repeated", name, severity: "notice", at: second } : null;
}

/** Without SEQUENCE these count as the first version; SUMMARY and PRIORITY are missed by nobody. */
function isNeeded(name: string, method: string): boolean {
  return name === "SEQUENCE" && (method === "ADD" || method === "CANCEL");
}

function placesByName(component: Component): ReadonlyMap<string, readonly Position[]> {
  const places = new Map<string, Position[]>();
  for (const child of [...component.properties, ...component.components]) {
    const known = places.get(child.name);
    if (known === undefined) {
      places.set(child.name, [child]);
    } else {
      known.push(child);
    }
  }
  return places;
}

/** An override may be cancelled within an update of its series. */
function statusBreach(component: Component, method: string): readonly Breach[] {
  const property = firstProperty(component, "STATUS");
  const status = property?.value.trim().toUpperCase() ?? "";
  const allowed = statusesFor(component.name, method);
  if (property === null || allowed === null || allowed.includes(status)) {
    return [];
  }
  const isKnown = statusesFor(component.name, "PUBLISH")?.includes(status) === true;
  const isOverride = firstProperty(component, "RECURRENCE-ID") !== null;
  const severity = isOverride ? "notice" : "warning";
  return isKnown ? [{ wording: "status", name: `STATUS:${status}`, severity, at: property }] : [];
}

/** More components than the method allows, or components of another kind among them. */
export function surplusComponents(
  components: readonly Component[],
  method: string,
): readonly Breach[] {
  const [first, second] = components;
  if (first === undefined || second === undefined) {
    return [];
  }
  const other = components.find(({ name }) => name !== first.name);
  const surplus = other ?? (allowsOneComponent(first.name, method) ? second : undefined);
  return surplus === undefined
    ? []
    : [{ wording: "several", name: surplus.name, severity: "warning", at: surplus }];
}

/** RFC 5546 §3.1.2 and §3.1.3: what the components that only serve others must have. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ["VALARM", ["ACTION", "TRIGGER"]],
  ["VTIMEZONE", ["TZID"]],
  ["STANDARD", ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"]],
  ["DAYLIGHT", ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"]],
]);

/** The first of the serving components below that lacks something. */
export function incompleteParts(component: Component): readonly Breach[] {
  for (const part of component.components) {
    const missing = REQUIRED.get(part.name)?.find((name) => firstProperty(part, name) === null);
    if (missing !== undefined || isEmptyTimezone(part)) {
      return [{ wording: "incomplete", name: part.name, severity: "notice", at: part }];
    }
    const [deeper] = incompleteParts(part);
    if (deeper !== undefined) {
      return [deeper];
    }
  }
  return [];
}

function isEmptyTimezone({ name, components }: Component): boolean {
  return name === "VTIMEZONE" && components.length === 0;
}

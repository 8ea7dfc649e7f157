import { propertiesNamed, textValue } from "../calendar/component.ts";
import { listedTimes } from "../calendar/recurrence.ts";
import { MAX_REMEMBERED_TEXT, MAX_RULES } from "../limits.ts";
import { writtenAddress } from "./calendar-user.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Entry } from "./invitation.ts";
import { timeKey } from "./time-key.ts";

/**
 * What an entry says, in a form that compares as text and is kept: two entries with equal
 * snapshots have the same content. Times are time keys, addresses lower case, sets sorted.
 */
export interface Snapshot {
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly status: string;
  /** RRULE, RDATE and EXDATE, one line each. */
  readonly recurrence: readonly string[];
  /** "address PARTSTAT", sorted. */
  readonly attendees: readonly string[];
  readonly links: readonly string[];
  /**
   * Of an event long past: tells whether another snapshot says the same, in place of summary,
   * description, attendees and links, which are not kept any more. "" where nothing is kept.
   */
  readonly digest?: string;
}

export type SnapshotField = Exclude<keyof Snapshot, "digest">;

/** Change of one field; lists are joined by line feeds. */
export interface Change {
  readonly field: SnapshotField;
  readonly old: string;
  readonly new: string;
}

/** Of an encrypted message: compares with nothing, its version says all. */
export const UNTOLD: Snapshot = {
  start: "",
  end: "",
  summary: "",
  location: "",
  description: "",
  status: "",
  recurrence: [],
  attendees: [],
  links: [],
  digest: "",
};

export function isUntold({ digest }: Snapshot): boolean {
  return digest === UNTOLD.digest;
}

/** Fields whose change asks attendees anew (contract: "Significant"). */
const SIGNIFICANT: readonly SnapshotField[] = ["start", "end", "recurrence", "status", "location"];

/** What is compared, in the order in which changes are told. */
export const SNAPSHOT_FIELDS: readonly SnapshotField[] = [
  "start",
  "end",
  "recurrence",
  "location",
  "summary",
  "status",
  "attendees",
  "description",
  "links",
];

export function snapshotOf(entry: Entry): Snapshot {
  const { component } = entry;
  return {
    start: timeKey(entry.start),
    end: timeKey(entry.end),
    summary: remembered(entry.summary),
    location: remembered(entry.location),
    description: remembered(entry.description),
    status: entry.status ?? DEFAULT_STATUS.get(component.name) ?? "",
    recurrence: recurrenceOf(entry),
    attendees: entry.attendees
      .map((attendee) => `${writtenAddress(attendee).toLowerCase()} ${attendee.partstat}`)
      .sort(),
    links: LINK_PROPERTIES.flatMap((name) => propertiesNamed(component, name))
      .map((property) => remembered(property.value.trim()))
      .sort(),
  };
}

/** An absent STATUS and the one that an ordinary calendar writes out mean the same. */
const DEFAULT_STATUS: ReadonlyMap<string, string> = new Map([
  ["VEVENT", "CONFIRMED"],
  ["VTODO", "NEEDS-ACTION"],
]);

const LINK_PROPERTIES: readonly string[] = ["URL", "CONFERENCE", "ATTACH"];

/**
 * A changed occurrence recurs no more (RFC 5545 §3.8.4.4): what its sender copied from the series
 * changes nothing, and a thousand of them would be read at great cost.
 */
function recurrenceOf({ component, zones, recurrenceId, thisAndFuture }: Entry): readonly string[] {
  if (recurrenceId !== null && !thisAndFuture) {
    return [];
  }
  const rules = propertiesNamed(component, "RRULE")
    .slice(0, MAX_RULES)
    .map((rule) => `RRULE ${ruleKey(textValue(rule))}`);
  const dates = (name: string): readonly string[] =>
    listedTimes(component, name, zones).map((time) => `${name} ${timeKey(time)}`);
  return [
    ...[...new Set(rules)].sort(),
    ...new Set([...dates("RDATE"), ...dates("EXDATE")].sort()),
  ];
}

/**
 * Parts of a rule have no order, nor have the values of one (RFC 5545 §3.3.10); INTERVAL=1 is what
 * its absence means.
 */
function ruleKey(rule: string): string {
  return rule
    .toUpperCase()
    .split(";")
    .map((part) => partKey(part.trim()))
    .filter((part) => part !== "" && part !== "INTERVAL=1" && part !== "WKST=MO")
    .sort()
    .join(";");
}

function partKey(part: string): string {
  const [name = "", ...values] = part.split(/[=,]/);
  return [name, values.sort().join(",")].filter((text) => text !== "").join("=");
}

/** Long texts are kept by their beginning and a fingerprint of the whole. */
function remembered(text: string | null): string {
  const normal = (text ?? "").replaceAll("\r\n", "\n").trim();
  return normal.length <= MAX_REMEMBERED_TEXT
    ? normal
    : `${normal.slice(0, MAX_REMEMBERED_TEXT)}… ${fingerprint(normal)}`;
}

export function differences(old: Snapshot, current: Snapshot): readonly Change[] {
  if (isUntold(old) || isUntold(current)) {
    return [];
  }
  const fields = [old, current].some(({ digest }) => digest !== undefined)
    ? SIGNIFICANT
    : SNAPSHOT_FIELDS;
  return fields
    .filter((field) => printed(old, field) !== printed(current, field))
    .map((field) => ({
      field,
      old: printed(old, field),
      new: printed(current, field),
    }));
}

export function isSignificant(change: Change): boolean {
  return SIGNIFICANT.includes(change.field);
}

function printed(snapshot: Snapshot, field: SnapshotField): string {
  const value = snapshot[field];
  return typeof value === "string" ? value : value.join("\n");
}

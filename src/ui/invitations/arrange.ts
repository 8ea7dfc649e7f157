import type { CalendarTime } from "../../core/calendar/time.ts";
import type { ListedInvitation, Section } from "../../app/listed-invitation.ts";
import { dayOf } from "../../core/words/day.ts";
import type { Reader } from "../../core/words/translate.ts";

/** Which rows are shown, and in which order. */
export interface Query {
  readonly section: Section | "all";
  /** Words, all of which a row must have. */
  readonly text: string;
  readonly sort: Sort;
  readonly group: Group;
}

export type Sort = "start" | "received" | "title" | "organizer";

export type Group = "none" | "day" | "organizer";

/** A row with what searching and sorting need of it, found out once. */
export interface Prepared {
  readonly row: ListedInvitation;
  /** Title, organizer and UID, folded. */
  readonly searched: string;
  readonly organizer: string;
  /** Milliseconds since 1970; null without a time. */
  readonly start: number | null;
  /** It has begun, and repeats. */
  readonly goesOn: boolean;
  /** "2026-12-01" in the reader's zone, or one of the headings that are no day. */
  readonly day: string;
  /** Places in the order of the reader's language: comparing texts takes too long for every look. */
  readonly titlePlace: number;
  readonly organizerPlace: number;
}

/** One line of the list. */
export type Line =
  | { readonly kind: "heading"; readonly group: string; readonly count: number }
  | { readonly kind: "row"; readonly row: ListedInvitation };

export function prepare(
  rows: readonly ListedInvitation[],
  reader: Pick<Reader, "now" | "zone" | "locale">,
): readonly Prepared[] {
  const titles = placesOf(rows.map(titleOf), reader);
  const organizers = placesOf(rows.map(organizerOf), reader);
  return rows.map((row) => {
    const words = [row.title, row.organizer?.name, row.organizer?.address, row.uid];
    const start = timeOf(row.start) ?? timeOf(row.end);
    const goesOn = row.repeats && start !== null && start < reader.now;
    return {
      row,
      searched: fold(words.join("\n")),
      organizer: organizerOf(row),
      start,
      goesOn,
      day: goesOn ? GOES_ON : dayOfRow(row, start, reader.zone),
      titlePlace: titles.get(titleOf(row)) ?? 0,
      organizerPlace: organizers.get(organizerOf(row)) ?? 0,
    };
  });
}

function titleOf({ title }: ListedInvitation): string {
  return title ?? "";
}

function organizerOf({ organizer }: ListedInvitation): string {
  return organizer?.name ?? organizer?.address ?? "";
}

function placesOf(
  texts: readonly string[],
  { locale }: Pick<Reader, "locale">,
): ReadonlyMap<string, number> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sorted = [...new Set(texts)].sort(compare);
  return new Map(sorted.map((text, place) => [text, place]));
}

/** Headings that are no day. */
export const GOES_ON = "goes-on";
export const NO_DAY = "no-day";

function dayOfRow({ start: time }: ListedInvitation, start: number | null, zone: string): string {
  if (start === null) {
    return NO_DAY;
  }
  const day = time?.kind === "date" ? start : dayOf(start, zone);
  return dayText(day);
}

/** "2026-12-01", which compares as the days do. */
function dayText(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

/** Wall times without a zone as if they were UTC's: near enough for an order. */
function timeOf(time: CalendarTime | null): number | null {
  if (time === null) {
    return null;
  }
  const wall = Date.parse(time.kind === "date" ? time.wall : `${time.wall}Z`);
  return time.instant ?? (Number.isNaN(wall) ? null : wall);
}

/** Accents and case do not matter when searching: "grosse" does not find "Größe", "große" does. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase();
}

/** In the order that a query asks for: sorting ten thousand rows takes too long for every letter typed. */
export function sortFor(
  prepared: readonly Prepared[],
  query: Pick<Query, "sort" | "group">,
  { now, zone }: Pick<Reader, "now" | "zone">,
): readonly Prepared[] {
  return [...prepared].sort(comparer(query, dayText(dayOf(now, zone))));
}

/** The lines that a query leaves of what is sorted for it, headings included. */
export function arrange(sorted: readonly Prepared[], query: Query): readonly Line[] {
  const words = fold(query.text).split(/\s+/u).filter(Boolean);
  const found = sorted.filter(
    ({ row, searched }) =>
      (query.section === "all" || row.section === query.section) &&
      words.every((word) => searched.includes(word)),
  );
  return query.group === "none"
    ? found.map(({ row }) => ({ kind: "row", row }))
    : grouped(found, ({ day, organizer }) => (query.group === "day" ? day : organizer));
}

type Compare = (a: Prepared, b: Prepared) => number;

function comparer({ sort, group }: Pick<Query, "sort" | "group">, today: string): Compare {
  const compare = comparers(today);
  const first = { none: null, day: compare.start, organizer: compare.organizer }[group];
  const then = compare[sort];
  // Days come in the order of time, and what lies on one day in the chosen one.
  return group === "day" && sort !== "start"
    ? (a, b) => (a.day === b.day ? then(a, b) : compare.start(a, b))
    : (a, b) => (first?.(a, b) ?? 0) || then(a, b);
}

function comparers(today: string): Readonly<Record<Sort, Compare>> {
  return {
    start: byStart(today),
    received: (a, b) => (b.row.date ?? 0) - (a.row.date ?? 0),
    title: (a, b) => a.titlePlace - b.titlePlace,
    organizer: (a, b) => a.organizerPlace - b.organizerPlace,
  };
}

/**
 * What comes next is at the top, all of today included; then what goes on, what is past (the latest
 * first), and what has no time.
 */
function byStart(today: string): Compare {
  const rank = ({ start, goesOn, day }: Prepared): number =>
    start === null ? 3 : goesOn ? 1 : day < today ? 2 : 0;
  return (a, b) => {
    const [rankA, rankB] = [rank(a), rank(b)];
    const order = (a.start ?? 0) - (b.start ?? 0);
    return rankA - rankB || (rankA === 0 ? order : -order);
  };
}

function grouped(sorted: readonly Prepared[], groupOf: (one: Prepared) => string): readonly Line[] {
  const groups: { group: string; rows: ListedInvitation[] }[] = [];
  for (const one of sorted) {
    const group = groupOf(one);
    const last = groups.at(-1);
    if (last?.group === group) {
      last.rows.push(one.row);
    } else {
      groups.push({ group, rows: [one.row] });
    }
  }
  return groups.flatMap(({ group, rows }): readonly Line[] => [
    { kind: "heading", group, count: rows.length },
    ...rows.map((row) => ({ kind: "row", row }) as const),
  ]);
}

/** How many rows stand in each section. */
export function countSections(
  rows: readonly ListedInvitation[],
): ReadonlyMap<Section | "all", number> {
  const counts = new Map<Section | "all", number>([["all", rows.length]]);
  for (const { section } of rows) {
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}

import type { Change, SnapshotField } from "../itip/snapshot.ts";
import { addDays } from "./day.ts";
import { partstatWords } from "./people-words.ts";
import type { Reader } from "./translate.ts";
import { spanWords, timeWords } from "./when-words.ts";

export interface ChangeWords {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** The table "what changed". An event that moved is told in one row, by its old and its new time. */
export function changeRows(changes: readonly Change[], reader: Reader): readonly ChangeWords[] {
  const moved = movedRow(changes, reader);
  const others = moved === null ? changes : changes.filter(({ field }) => !TIMES.includes(field));
  return [...(moved === null ? [] : [moved]), ...others.map((one) => changeWords(one, reader))];
}

const TIMES: readonly SnapshotField[] = ["start", "end"];

function movedRow(changes: readonly Change[], reader: Reader): ChangeWords | null {
  const [start, end] = TIMES.map((time) => changes.find(({ field }) => field === time));
  if (start === undefined || end === undefined) {
    return null;
  }
  const before = spanWords(start.old, end.old, reader);
  const after = spanWords(start.new, end.new, reader);
  return before === null || after === null
    ? null
    : { field: reader.translate("card_when"), before, after };
}

/** A row of the table "what changed": its head, the old value and the new one. */
export function changeWords(change: Change, reader: Reader): ChangeWords {
  const { translate } = reader;
  const words = (value: string): string =>
    VALUE_WORDS[change.field](value, reader, change) || translate("value_nothing");
  return {
    field: translate(`change_${change.field}`),
    before: words(change.old),
    after: words(change.new),
  };
}

type ValueWords = (value: string, reader: Reader, change: Change) => string;

const asWritten: ValueWords = (value) => value;

const VALUE_WORDS: Readonly<Record<SnapshotField, ValueWords>> = {
  start: timeWords,
  end: (value, reader) => timeWords(lastDay(value), reader),
  status: (value, { translate }) =>
    translate(`status_${value.toLowerCase().replaceAll("-", "_")}`) || value,
  attendees: (value, reader, change) =>
    onlyHere(change, value)
      .map((line) => attendeeWords(line, reader))
      .join("\n"),
  links: (value, _, change) => onlyHere(change, value).join("\n"),
  recurrence: asWritten,
  location: asWritten,
  summary: asWritten,
  description: asWritten,
};

/** DTEND is exclusive: an all-day event that ends on the 2nd is over on the 1st (RFC 5545 §3.6.1). */
function lastDay(key: string): string {
  const day = Date.parse(key);
  return key.includes("T") || Number.isNaN(day)
    ? key
    : new Date(addDays(day, -1)).toISOString().slice(0, "2026-12-01".length);
}

/** Of two long lists only what differs. */
function onlyHere({ old, new: current }: Change, value: string): readonly string[] {
  const other = new Set((value === old ? current : old).split("\n"));
  return value.split("\n").filter((line) => line !== "" && !other.has(line));
}

/** "address PARTSTAT", as a snapshot keeps it. */
function attendeeWords(line: string, { translate }: Reader): string {
  const space = line.lastIndexOf(" ");
  const answer = partstatWords(line.slice(space + 1), translate);
  return translate("change_attendee", [line.slice(0, space), answer]);
}

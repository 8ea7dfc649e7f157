import type { Change } from "../itip/snapshot.ts";
import { addDays } from "./day.ts";
import { partstatWords } from "./people-words.ts";
import type { Reader } from "./translate.ts";
import { timeWords } from "./when-words.ts";

export interface ChangeWords {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A row of the table "what changed": its head, the old value and the new one. */
export function changeWords(change: Change, reader: Reader): ChangeWords {
  return {
    field: reader.translate(`change_${change.field}`),
    before: valueWords(change, change.old, reader) || reader.translate("value_nothing"),
    after: valueWords(change, change.new, reader) || reader.translate("value_nothing"),
  };
}

function valueWords(change: Change, value: string, reader: Reader): string {
  switch (change.field) {
    case "start":
      return timeWords(value, reader);
    case "end":
      return timeWords(lastDay(value), reader);
    case "status":
      return reader.translate(`status_${value.toLowerCase().replaceAll("-", "_")}`) || value;
    case "attendees":
    case "links":
      return listWords(change, value, reader);
    default:
      return value;
  }
}

/** DTEND is exclusive: an all-day event that ends on the 2nd is over on the 1st (RFC 5545 §3.6.1). */
function lastDay(key: string): string {
  const day = Date.parse(key);
  return key.includes("T") || Number.isNaN(day)
    ? key
    : new Date(addDays(day, -1)).toISOString().slice(0, "2026-12-01".length);
}

function listWords(change: Change, value: string, reader: Reader): string {
  const lines = onlyHere(change, value);
  return change.field === "links"
    ? lines.join("\n")
    : lines.map((line) => attendeeWords(line, reader)).join("\n");
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

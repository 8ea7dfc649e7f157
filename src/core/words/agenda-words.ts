import { dateFormat, listFormat } from "./formats.ts";
import type { Reader } from "./translate.ts";

/** Something that takes the user's time. */
export interface Busy {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly isAllDay: boolean;
}

/** "10:00–11:00 Budget", "all day: Holidays". */
export function busyWords({ title, start, end, isAllDay }: Busy, reader: Reader): string {
  const { translate } = reader;
  const name = title.trim() === "" ? translate("card_untitled") : title;
  const format = dateFormat(reader.locale, { timeStyle: "short", timeZone: reader.zone });
  return isAllDay
    ? translate("agenda_all_day", [name])
    : translate("agenda_entry", [format.formatRange(start, Math.max(start, end)), name]);
}

export interface ConflictWords {
  readonly busy: Busy;
  readonly relation: "overlaps" | "adjacent";
}

/** "At the same time: …", with the day, since a series has many. */
export function conflictWords({ busy, relation }: ConflictWords, reader: Reader): string {
  const day = dateFormat(reader.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: reader.zone,
  });
  return reader.translate(`agenda_${relation}`, [day.format(busy.start), busyWords(busy, reader)]);
}

/** What the picture of a day shows, for who cannot see it. */
export function dayWords(busy: readonly Busy[], reader: Reader): string {
  const { translate } = reader;
  return busy.length === 0
    ? translate("agenda_day_free")
    : translate("agenda_day", [
        listed(
          busy.map((one) => busyWords(one, reader)),
          reader,
        ),
      ]);
}

function listed(words: readonly string[], { locale }: Reader): string {
  return listFormat(locale, { type: "unit" }).format(words);
}

import { reasonWords } from "./outcome-words.ts";
import { partstatWords } from "./people-words.ts";
import type { Reader, Translate } from "./translate.ts";
import { spanWords, timeWords } from "./when-words.ts";

/** Something that the user said to an event, and what became of it. */
export interface PastAnswer {
  /** A PARTSTAT, "COUNTER" or "REFRESH". */
  readonly said: string;
  readonly recurrenceId: string;
  readonly sequence: number | null;
  readonly delegate: string | null;
  /** Time keys. */
  readonly proposed: { readonly start: string; readonly end: string } | null;
  readonly state: string;
  readonly to: string | null;
  readonly reason: string | null;
  readonly isUndone: boolean;
}

/** "Accepted", "Another time proposed". */
export function saidWords({ said, delegate }: PastAnswer, { translate }: Reader): string {
  switch (said) {
    case "COUNTER":
      return translate("history_counter");
    case "REFRESH":
      return translate("history_refresh");
    case "DELEGATED":
      return delegate === null
        ? partstatWords(said, translate)
        : translate("history_delegated_to", [delegate]);
    default:
      return partstatWords(said, translate);
  }
}

/** "Wed, Dec 2, 2:00 – 3:00 PM"; null where no time was proposed, or none is known. */
export function proposedWords({ proposed }: PastAnswer, reader: Reader): string | null {
  return proposed === null
    ? null
    : (spanWords(proposed.start, proposed.end, reader) ?? timeWords(proposed.start, reader));
}

/** To which version and occurrence; a sentence each. */
export function versionWords(
  { sequence, recurrenceId }: PastAnswer,
  reader: Reader,
): readonly string[] {
  const { translate } = reader;
  return [
    recurrenceId === "" ? null : translate("history_occurrence", [timeWords(recurrenceId, reader)]),
    sequence === null ? null : translate("history_version", [String(sequence)]),
  ].filter((sentence) => sentence !== null);
}

/** What became of it; a sentence each. */
export function fateWords(past: PastAnswer, { translate }: Reader): readonly string[] {
  const fate = sentenceOf(past, translate);
  return past.isUndone ? [fate, translate("history_undone")] : [fate];
}

function sentenceOf({ state, to, reason }: PastAnswer, translate: Translate): string {
  switch (state) {
    case "failed":
      return reason === null
        ? translate("outcome_failed")
        : translate("outcome_failed_because", [reasonWords(reason, translate)]);
    case "sent":
      return to === null ? translate("history_sent") : translate("history_sent_to", [to]);
    case "recorded":
      return to === null
        ? translate("history_recorded")
        : translate("history_recorded_server", [to]);
    default:
      return translate(`history_${state}`);
  }
}

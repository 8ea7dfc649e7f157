import { calendarOutcomeWords, type AppliedOutcome } from "./calendar-outcome-words.ts";
import { translateCount, type Reader, type Translate } from "./translate.ts";
import { momentWords } from "./when-words.ts";

/** What became of a click. */
export interface Outcome {
  readonly state: string;
  readonly action: string;
  readonly since: number;
  readonly to: string | null;
  readonly reason: string | null;
  readonly isEditing: boolean;
  readonly leavesByItself: boolean | null;
  readonly leavesAt: number | null;
  readonly calendar: AppliedOutcome | null;
}

export interface OutcomeWords {
  readonly sentence: string;
  /** What to do about it, or what comes next. */
  readonly hint: string | null;
  /** What became of the event in the user's calendar. */
  readonly calendar: string | null;
}

type AnswerWords = Omit<OutcomeWords, "calendar">;

/** The true outcome of a click, never more than is known. */
export function outcomeWords(outcome: Outcome, reader: Reader): OutcomeWords {
  const { calendar } = outcome;
  return {
    ...answerWords(outcome, reader),
    calendar: calendar && calendarOutcomeWords(calendar, reader),
  };
}

function answerWords(outcome: Outcome, reader: Reader): AnswerWords {
  const { translate } = reader;
  const moment = momentWords(outcome.since, reader);
  switch (outcome.state) {
    case "pending":
      return pendingWords(outcome, reader);
    case "queued":
      return { sentence: translate("outcome_queued", [moment]), hint: queuedHint(outcome, reader) };
    case "sent":
      return { sentence: sentSentence(outcome, moment, reader), hint: null };
    case "recorded":
      return { sentence: translate(recordedKey(outcome), [moment]), hint: null };
    case "failed":
      return failedWords(outcome, reader);
    default:
      return {
        sentence: translate("outcome_unknown", [moment]),
        hint: translate("outcome_unknown_hint"),
      };
  }
}

/** Nothing was sent by us; the calendar's server may do it. */
function recordedKey({ calendar }: Outcome): string {
  return (calendar?.to ?? null) === null ? "outcome_recorded" : "outcome_recorded_server";
}

function pendingWords({ isEditing, leavesAt }: Outcome, reader: Reader): AnswerWords {
  const { translate } = reader;
  if (isEditing) {
    return { sentence: translate("outcome_editing"), hint: translate("outcome_editing_hint") };
  }
  const sentence =
    leavesAt === null ? translate("outcome_pending") : leavingWords(leavesAt, reader);
  return { sentence, hint: null };
}

/** How long an answer can still be taken back. */
export function leavingWords(leavesAt: number, reader: Reader): string {
  const seconds = Math.ceil((leavesAt - reader.now) / 1000);
  return seconds > 0
    ? translateCount("outcome_leaving", seconds, reader)
    : reader.translate("outcome_pending");
}

function queuedHint({ leavesByItself }: Outcome, { translate }: Reader): string {
  return translate(leavesByItself === true ? "outcome_queued_soon" : "outcome_queued_by_hand");
}

function sentSentence({ action, to }: Outcome, moment: string, { translate }: Reader): string {
  return to === null
    ? translate(`outcome_sent_${action}`, [moment])
    : translate(`outcome_sent_${action}_to`, [moment, to]);
}

function failedWords({ reason }: Outcome, { translate }: Reader): AnswerWords {
  if (reason === "too-many") {
    return {
      sentence: translate("outcome_too_many"),
      hint: translate("outcome_too_many_hint"),
    };
  }
  const hint = translate("outcome_failed_hint");
  if (reason === null) {
    return { sentence: translate("outcome_failed"), hint };
  }
  const words = reasonWords(reason, translate);
  return { sentence: translate("outcome_failed_because", [words]), hint };
}

/** Why an answer failed. */
export function reasonWords(reason: string, translate: Translate): string {
  const words = OWN_REASON.test(reason)
    ? translate(`reason_${reason.replaceAll("-", "_")}`)
    : reason;
  return words || reason;
}

/** Our own reasons have names ("no-identity"); a server's words stay as they are. */
const OWN_REASON = /^[a-z-]+$/;

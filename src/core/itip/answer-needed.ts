import type { Me } from "../people/me.ts";
import type { Fact } from "./fact.ts";
import { ANSWERABLE_METHODS } from "./methods.ts";
import { isSignificant } from "./snapshot.ts";
import type { Standing } from "./standing.ts";
import type { State } from "./state.ts";
import { compareVersions, type Version } from "./version.ts";

/** What the question "must I answer?" is decided from. */
export interface Question {
  /** What the message says. */
  readonly fact: Fact;
  readonly me: Me;
  readonly standing: Standing;
  /** The version that the user's answer was given to; null where he has not answered. */
  readonly answered: Version | null;
}

/**
 * True: the organizer waits for an answer. False: the user's answer stands. Null: nothing is asked
 * of him (contract: "answerNeeded").
 */
export function isAnswerNeeded(question: Question): boolean | null {
  const { fact, me, standing, answered } = question;
  const [version] = fact.entries;
  const isAsked = me.role === "attendee" && ANSWERABLE_METHODS.includes(fact.method);
  if (version === undefined || !isAsked) {
    return null;
  }
  const stands = answered !== null && compareVersions(answered, version) >= 0;
  if (FIRST_WORDS.includes(standing.state)) {
    return !stands && !isAnsweredBySequence(question, version);
  }
  return UPDATES.includes(standing.state) ? !stands && asksAgain(question, version) : null;
}

const FIRST_WORDS: readonly State[] = ["new", "duplicate", "added"];
const UPDATES: readonly State[] = ["update", "minor-update"];

function asksAgain(question: Question, version: Version): boolean {
  const { standing } = question;
  return (
    [standing, ...standing.instances].some(({ changes }) => changes.some(isSignificant)) ||
    standing.against?.method === "CANCEL" ||
    (!isAnsweredBySequence(question, version) && wantsAnswer(question, version))
  );
}

/** Calendars that know of the version SEQUENCE alone: what they hold answers all with that one. */
function isAnsweredBySequence({ answered }: Question, { sequence }: Version): boolean {
  return answered?.dtstamp === null && answered.sequence === sequence;
}

function wantsAnswer({ me, standing }: Question, { sequence }: Version): boolean {
  return (
    me.attendee?.partstat === "NEEDS-ACTION" ||
    (me.attendee?.rsvp === true && standing.against?.sequence === sequence)
  );
}

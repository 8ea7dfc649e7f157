import type { State } from "../itip/state.ts";
import type { Version } from "../itip/version.ts";
import type { Role } from "../people/me.ts";
import type { Reader } from "./translate.ts";
import { momentWords } from "./when-words.ts";

/** What decides which words say what a message is. */
export interface Standing {
  readonly state: State;
  readonly role: Role;
  readonly sequence: number;
  /** The message is about one occurrence of a series. */
  readonly isOccurrence: boolean;
  /** Nothing shows that the organizer sent it: its words are the message's, not his. */
  readonly isDoubted: boolean;
  /** Who answered, proposed or asked, by name or address. */
  readonly author: string | null;
  /** PARTSTAT of a REPLY's attendee. */
  readonly partstat: string | null;
  readonly knownVersion: Version | null;
}

export interface StateWords {
  /** "Changed", "Cancelled", "Outdated". */
  readonly title: string;
  /** One sentence. */
  readonly sentence: string;
}

/** What the message is, in a word and in a sentence. */
export function stateWords(standing: Standing, reader: Reader): StateWords {
  const key = `state_${stateKey(standing)}`;
  return { title: reader.translate(`${key}_title`), sentence: sentenceOf(standing, key, reader) };
}

/** "Sound", "Take care", "Do not trust this", "Cannot be used". */
export function verdictWords(verdict: string, { translate }: Reader): string {
  return translate(`verdict_${verdict}`);
}

/** The user's own messages have words of their own. */
function stateKey({ state, role }: Standing): string {
  const isOwn = role === "organizer" && OWN_STATES.includes(state);
  return isOwn ? "own" : state.replaceAll("-", "_");
}

/** States of a REQUEST, which from an organizer's own hand needs no answer. */
const OWN_STATES: readonly State[] = ["new", "update", "minor-update", "added"];

function sentenceOf(standing: Standing, key: string, reader: Reader): string {
  const { translate } = reader;
  const { state, knownVersion, author } = standing;
  if (state === "stale" && knownVersion !== null) {
    return staleSentence(standing.sequence, knownVersion, reader);
  }
  if (ANSWER_STATES.includes(state)) {
    const answer = state === "reply" ? `_${partstatKey(standing.partstat)}` : "";
    return translate(`${key}${answer}_text`, [author ?? translate("person_unknown")]);
  }
  const special = specialCases(standing).find((name) => WORDED[name].includes(key));
  return translate(special === undefined ? `${key}_text` : `${key}_${special}_text`);
}

type SpecialCase = "occurrence_doubted" | "doubted" | "bystander" | "occurrence";

/** The first of these that a state has words for is said. */
function specialCases({ role, isOccurrence, isDoubted }: Standing): readonly SpecialCase[] {
  return [
    ...(isDoubted && isOccurrence ? (["occurrence_doubted"] as const) : []),
    ...(isDoubted ? (["doubted"] as const) : []),
    ...(role === "bystander" ? (["bystander"] as const) : []),
    ...(isOccurrence ? (["occurrence"] as const) : []),
  ];
}

/** States with words of their own for a case. Asking for a missing text logs an error. */
const WORDED: Readonly<Record<SpecialCase, readonly string[]>> = {
  occurrence_doubted: ["state_cancelled", "state_update"],
  doubted: [
    ...["state_added", "state_cancelled", "state_counter_declined"],
    ...["state_removed", "state_update"],
  ],
  bystander: ["state_new", "state_update"],
  occurrence: ["state_cancelled", "state_new", "state_update"],
};

/** Whether one of these findings says that the sender is not shown to be the organizer. */
export function doubtsOrganizer(findings: readonly { readonly rule: string }[]): boolean {
  return findings.some(({ rule }) => DOUBTS.includes(rule));
}

const DOUBTS: readonly string[] = ["sender-is-organizer", "authentication-passed"];

/** States in which somebody says something to the organizer. */
const ANSWER_STATES: readonly State[] = ["reply", "counter", "refresh"];

function staleSentence(sequence: number, known: Version, reader: Reader): string {
  const { translate } = reader;
  const [own, newer] = [String(sequence), String(known.sequence)];
  if (known.dtstamp === null) {
    return translate("state_stale_versions_text", [own, newer]);
  }
  return translate("state_stale_dated_text", [own, newer, momentWords(known.dtstamp, reader)]);
}

const PARTSTATS = ["ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", "NEEDS-ACTION"];

/** RFC 5545 §3.2.12: an unknown PARTSTAT is treated as NEEDS-ACTION. */
export function partstatKey(partstat: string | null): string {
  const known = partstat !== null && PARTSTATS.includes(partstat) ? partstat : "NEEDS-ACTION";
  return known.toLowerCase().replaceAll("-", "_");
}

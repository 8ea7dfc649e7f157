import type { Remembered } from "../circumstances.ts";
import { relationToHeir } from "../people/sender.ts";
import { calendarAnswers, calendarVersions } from "./calendar-versions.ts";
import { organizerKey } from "./calendar-user.ts";
import { confirmedFacts, sendersOf } from "./confirmed.ts";
import { lacksOrganizer, SERIES, type Fact, type Memory } from "./fact.ts";
import { LINE, versionsOf, type KnownVersion } from "./known-version.ts";
import { differences, type Change } from "./snapshot.ts";
import { compareVersions } from "./version.ts";

/** What is known of the event of one (UID, ORGANIZER) apart from the message looked at. */
export interface Known {
  /** The ORGANIZER under which the message is held against it, lower case; "" for nobody. */
  readonly organizer: string;
  /** REQUEST, PUBLISH, ADD and CANCEL: one line of versions. */
  readonly line: readonly KnownVersion[];
  /** REPLY, COUNTER, REFRESH and DECLINECOUNTER. */
  readonly answers: readonly KnownVersion[];
  /** The user himself spoke as its organizer. */
  readonly isOwn: boolean;
  /** From addresses of the organizer's messages that count, lower case. */
  readonly trustedSenders: ReadonlySet<string>;
  /** Other ORGANIZERs under which the same UID is known. */
  readonly otherOrganizers: readonly string[];
  /** Sources of messages that the mailbox does not hold any more. */
  readonly gone: ReadonlySet<string>;
}

/** The message that is looked at, as far as it matters what is known to it. */
export interface Viewpoint {
  readonly fact: Fact;
  /** The user's server believes its From. */
  readonly isAuthenticated: boolean;
  /** The organizer it is held against; `fact`'s own, or the heir. */
  readonly organizer: string;
  /** The organizer that messages without ORGANIZER belong to, "" when there is none. */
  readonly heir: string;
}

/**
 * A message without ORGANIZER belongs to the entry that the user organizes, else to the only one
 * (Exchange leaves ORGANIZER out of its REPLYs).
 */
export function heirOf(
  { memory, calendar }: Remembered,
  isMine: (address: string) => boolean,
): string {
  const organizers = [
    ...new Set([
      ...memory.facts.map(({ organizer }) => organizer),
      ...calendar.map(({ organizer }) => organizerKey(organizer)),
    ]),
  ]
    .filter((organizer) => organizer !== "")
    .sort();
  const own = organizers.find(isMine);
  const [only = ""] = organizers;
  return own ?? (organizers.length === 1 ? only : "");
}

/**
 * Reads the record from the viewpoint of one message: what it said itself is left out (being
 * recorded never changes its own state), and so is what nobody confirmed, unless it came from the
 * same From address (contract: "Applied").
 */
export function knownTo(viewpoint: Viewpoint, { memory, calendar }: Remembered): Known {
  const { organizer, heir } = viewpoint;
  const fact = heldAgainst(heir, viewpoint.fact);
  const others = memory.facts
    .filter(({ source }) => source !== fact.source)
    .map((other) => heldAgainst(heir, other));
  const sameEvent = others.filter((other) => organizerOf(other, viewpoint) === organizer);
  const inCalendar = calendarVersions(calendar, organizer).filter(
    (version) => !isOwnTrace(version, fact, memory),
  );
  // The message itself is the first word as well as any other.
  const confirmed = confirmedFacts([...sameEvent, fact], memory, inCalendar.length > 0);
  const counting = sameEvent.filter(
    (other) => confirmed.has(other) || isSameAuthor(other, viewpoint),
  );
  const remembered = sameEvent.filter((other) => confirmed.has(other)).filter(isInLine);
  return {
    organizer,
    line: [
      ...counting.filter(isInLine).flatMap(versionsOf),
      ...withoutRemembered(inCalendar, remembered),
    ],
    answers: [
      ...counting.filter((other) => !isInLine(other)).flatMap(versionsOf),
      ...calendarAnswers(calendar, organizer),
    ],
    isOwn: remembered.some(({ sender }) => sender === "own"),
    trustedSenders: sendersOf(remembered),
    otherOrganizers: otherOrganizers(viewpoint, { memory, calendar }),
    gone: new Set(memory.gone),
  };
}

/**
 * What is recorded says nothing of a sender who names no organizer: whether he is the one of the
 * event depends on what else is known, and the order of arrival leaves no trace.
 */
function heldAgainst(heir: string, fact: Fact): Fact {
  if (heir === "" || fact.from === "" || fact.sender === "refuted" || !lacksOrganizer(fact)) {
    return fact;
  }
  if (relationToHeir(fact.from, heir) !== "self") {
    return { ...fact, sender: "stranger" };
  }
  return { ...fact, sender: fact.sender === "own" ? "own" : "verified" };
}

/**
 * The calendar has it from the message itself: by the user's click, or by Thunderbird's own button,
 * which changes nothing but his answer (contract: "Versions"). Of a CANCEL it also tells that there
 * was an event.
 */
function isOwnTrace(version: KnownVersion, fact: Fact, memory: Memory): boolean {
  const isClicked = memory.decisions.some(({ source }) => source === fact.source);
  return (
    (fact.method !== "CANCEL" || version.method === "CANCEL") &&
    fact.entries.some(
      (entry) =>
        entry.recurrenceId === version.recurrenceId &&
        compareVersions(entry, version) === 0 &&
        (isClicked || differences(version.snapshot, entry.snapshot).every(isOfAnswers)),
    )
  );
}

function isOfAnswers({ field }: Change): boolean {
  return field === "attendees";
}

function organizerOf({ organizer }: Fact, { heir }: Viewpoint): string {
  return organizer === "" ? heir : organizer;
}

function isInLine({ method }: Fact): boolean {
  return LINE.includes(method);
}

/** Who is believed to write from an address is not aged by who only pretended to. */
function isSameAuthor(other: Fact, { fact, isAuthenticated }: Viewpoint): boolean {
  return (
    other.from !== "" &&
    other.from === fact.from &&
    !(isAuthenticated && other.sender === "refuted")
  );
}

/** Of what ledger and calendar both know, the ledger's version counts (contract: "Versions"). */
function withoutRemembered(
  calendar: readonly KnownVersion[],
  remembered: readonly Fact[],
): readonly KnownVersion[] {
  const keys = new Set(
    remembered
      .flatMap(versionsOf)
      .filter(({ method }) => method !== "CANCEL")
      .map(({ recurrenceId }) => recurrenceId),
  );
  return keys.has(SERIES) ? [] : calendar.filter(({ recurrenceId }) => !keys.has(recurrenceId));
}

function otherOrganizers(
  viewpoint: Viewpoint,
  { memory, calendar }: Remembered,
): readonly string[] {
  const { fact, organizer } = viewpoint;
  if (organizer === "") {
    return [];
  }
  const inCalendar = calendar.map((entry) => organizerKey(entry.organizer));
  const names = new Set([...memory.facts.map((other) => other.organizer), ...inCalendar]);
  names.delete("");
  names.delete(organizer);
  return [...names].sort().filter((name) => {
    const facts = memory.facts.filter(
      (other) => other.organizer === name && other.source !== fact.source && isInLine(other),
    );
    const isInCalendar = inCalendar.includes(name);
    const confirmed = confirmedFacts(facts, memory, isInCalendar);
    return (
      isInCalendar || facts.some((other) => confirmed.has(other) || isSameAuthor(other, viewpoint))
    );
  });
}

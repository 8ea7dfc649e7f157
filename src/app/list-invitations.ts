import type { CalendarTime } from "../core/calendar/time.ts";
import { compareArrival, compareLine, LINE } from "../core/itip/known-version.ts";
import type { OutcomeView } from "./card.ts";
import type { AnswerGiven, IndexedInvitation } from "./indexed-invitation.ts";
import type { ListedInvitation, Replies, Section } from "./listed-invitation.ts";

/** What the list is made of. */
export interface ListSource {
  readonly indexed: readonly IndexedInvitation[];
  /** Of the clicks that are not settled, by the key of their card. */
  readonly outcomes: ReadonlyMap<string, OutcomeView["state"]>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One row for each event and each occurrence known apart, in linear time. */
export function listInvitations(source: ListSource): readonly ListedInvitation[] {
  const { indexed } = source;
  const suspects = indexed.filter(isSuspect);
  const sound = indexed.filter((one) => !isSuspect(one));
  const heirs = heirsOf(sound);
  const events = groupBy(sound, (one) => eventKey(one, heirs));
  const series = new Map([...events].map(([key, all]) => [key, newestOf(all)]));
  return [
    ...suspects.map((one) => listed([one], one, source)),
    ...[...events].map(([, all]) => {
      const last = newestOf(all);
      const whole = series.get(eventKey({ ...last, recurrenceId: "" }, heirs));
      const row = listed(all, last, source);
      return whole !== undefined && isCancelled(whole) && row.section !== "unsent"
        ? { ...row, section: "cancelled" as const }
        : row;
    }),
  ];
}

/** A repeated or outdated message does no harm: the newer one is what counts. */
function isSuspect({ suspicious, state, isOwn }: IndexedInvitation): boolean {
  return suspicious && !isOwn && state !== "stale" && state !== "duplicate";
}

type Keyed = Pick<IndexedInvitation, "uid" | "organizerKey" | "recurrenceId">;

function eventKey({ uid, organizerKey, recurrenceId }: Keyed, heirs: Heirs): string {
  const organizer = organizerKey === "" ? (heirs.get(uid) ?? "") : organizerKey;
  return JSON.stringify([uid, organizer, recurrenceId]);
}

type Heirs = ReadonlyMap<string, string>;

/** Exchange leaves ORGANIZER out of its REPLYs: they belong to the UID's own. */
function heirsOf(indexed: readonly IndexedInvitation[]): Heirs {
  return new Map(
    indexed
      .filter(({ organizerKey }) => organizerKey !== "")
      .map(({ uid, organizerKey }) => [uid, organizerKey]),
  );
}

/** The last word of the organizer's; where there is none, the last of anybody's. */
function newestOf(all: readonly IndexedInvitation[]): IndexedInvitation {
  const line = all.filter(isOfLine);
  return (line.length > 0 ? line : all).reduce((newest, one) =>
    (compareLine(one, newest) || compareArrival(one, newest)) > 0 ? one : newest,
  );
}

/** A CANCEL that names others but not the user changes nothing for him. */
function isOfLine({ method, state }: IndexedInvitation): boolean {
  return LINE.includes(method) && !(method === "CANCEL" && state === "minor-update");
}

function isCancelled({ method, state }: IndexedInvitation): boolean {
  return method === "CANCEL" && state !== "minor-update";
}

function listed(
  all: readonly IndexedInvitation[],
  last: IndexedInvitation,
  { outcomes, now }: ListSource,
): ListedInvitation {
  const answered = lastAnswer(all);
  const outcome = outcomes.get(last.key) ?? null;
  const { key, source, uid, recurrenceId, method, sequence, title, start, end } = last;
  const { allDay, repeats, organizer, guests, role, state, verdict, findings, date } = last;
  return {
    ...{ key, source, uid, recurrenceId, method, sequence, title, start, end },
    ...{ allDay, repeats, organizer, guests, role, state, verdict, findings, date },
    answered,
    outcome,
    section: sectionOf({ last, answered, outcome, now }),
    replies: role === "organizer" ? repliesOf(all) : null,
    canAnswer: last.canAnswer,
  };
}

interface Place {
  readonly last: IndexedInvitation;
  readonly answered: AnswerGiven | null;
  readonly outcome: OutcomeView["state"] | null;
  readonly now: number;
}

const UNSENT: readonly (OutcomeView["state"] | null)[] = ["pending", "queued", "failed", "unknown"];

function sectionOf({ last, answered, outcome, now }: Place): Section {
  if (isSuspect(last)) {
    return "suspicious";
  }
  if (UNSENT.includes(outcome)) {
    return "unsent";
  }
  if (isCancelled(last)) {
    return "cancelled";
  }
  if (last.role === "organizer") {
    return "own";
  }
  if (!isOpen(last, answered) || isOver(last, now)) {
    return "other";
  }
  return answered === null ? "open" : "changed";
}

/** An answer given since, here or elsewhere, has settled it. */
function isOpen(
  { answerNeeded, answered: before, sequence }: IndexedInvitation,
  answered: AnswerGiven | null,
): boolean {
  const isNews = answered !== null && (before === null || answered.at > before.at);
  return answerNeeded === true && !(isNews && answered.sequence >= sequence);
}

/** A series may go on. What has no time of this world counts as ahead. */
function isOver({ start, end, repeats }: IndexedInvitation, now: number): boolean {
  const last = timeOf(end) ?? timeOf(start);
  return !repeats && last !== null && last < now;
}

/** An all-day event lasts until its day is over everywhere. */
const DAY_EVERYWHERE = 36 * 60 * 60 * 1000;

function timeOf(time: CalendarTime | null): number | null {
  if (time === null) {
    return null;
  }
  const isDate = time.kind === "date";
  const wall = Date.parse(isDate ? time.wall : `${time.wall}Z`) + DAY_EVERYWHERE;
  return time.instant ?? (Number.isNaN(wall) ? null : wall);
}

function lastAnswer(all: readonly IndexedInvitation[]): AnswerGiven | null {
  const given = all.flatMap((one) => [one.answered, ownReply(one)]);
  return given
    .filter((answer) => answer !== null)
    .reduce<AnswerGiven | null>(
      (last, answer) => (last === null || answer.at > last.at ? answer : last),
      null,
    );
}

/** A REPLY of the user's found in the mailbox: from a phone, or from another button. */
function ownReply({ method, isOwn, author, sequence, date, dtstamp }: IndexedInvitation): //
AnswerGiven | null {
  const isReply = method === "REPLY" && isOwn && author !== null;
  return isReply ? { partstat: author.partstat, sequence, at: date ?? dtstamp ?? 0 } : null;
}

function repliesOf(all: readonly IndexedInvitation[]): Replies {
  const last = new Map<string, IndexedInvitation>();
  for (const reply of all.filter(({ method }) => method === "REPLY")) {
    const guest = reply.author?.address?.toLowerCase() ?? "";
    const before = last.get(guest);
    if (before === undefined || compareLine(reply, before) >= 0) {
      last.set(guest, reply);
    }
  }
  const count = (partstat: string): number =>
    [...last.values()].filter(({ author }) => author?.partstat === partstat).length;
  return {
    accepted: count("ACCEPTED"),
    tentative: count("TENTATIVE"),
    declined: count("DECLINED"),
  };
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}

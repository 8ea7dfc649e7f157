import { propertiesNamed } from "../calendar/component.ts";
import { withParameters } from "../calendar/new-property.ts";
import type { Property } from "../calendar/object.ts";
import { readTimes } from "../calendar/zones.ts";
import { organizerKey } from "../itip/calendar-user.ts";
import { receivedVersion } from "../itip/calendar-versions.ts";
import { SERIES } from "../itip/fact.ts";
import type { Entry } from "../itip/invitation.ts";
import { isOvertakenBySeries } from "../itip/series.ts";
import { timeKey } from "../itip/time-key.ts";
import { compareVersions, type Version } from "../itip/version.ts";
import { isMine } from "../people/me.ts";
import { masterOf, withProperties, type CalendarEvent } from "./calendar-event.ts";
import { incomingOf, type Incoming } from "./incoming.ts";
import { answered } from "./answered-event.ts";
import { exceptTime } from "./exception-dates.ts";
import type { ApplyOrder, Untouched } from "./order.ts";
import { participationOf, withPartstat } from "./own-participation.ts";
import { takeOver, type Predecessor } from "./take-over.ts";

/** REQUEST and PUBLISH: what is newer takes the place of what the calendar holds (RFC 5546 §3.2.2). */
export function applyRequest(order: ApplyOrder, held: CalendarEvent): CalendarEvent | Untouched {
  const incoming = incomingOf(order);
  const base = isAnothersEvent(incoming, held) ? NOTHING : held;
  const current = incoming.filter((one) => !isOutdated(one, incoming, base));
  const isAnswer = order.deed.kind === "answer";
  if (current.length === 0 && !isAnswer) {
    return "outdated";
  }
  const merged = merge(current, { base, held, order });
  return isAnswer ? answered(order, incoming, merged) : merged;
}

const NOTHING: CalendarEvent = new Map();

/** Only the user's click joins what two organizers call by one UID (contract: "Known"). */
function isAnothersEvent(incoming: readonly Incoming[], held: CalendarEvent): boolean {
  const [first] = incoming;
  const [known] = held.values();
  const own = organizerKey(first?.entry.organizer ?? null);
  const other = organizerKey(known?.organizer ?? null);
  return own !== "" && other !== "" && own !== other;
}

/** The calendar holds a later word on it (RFC 5546 §2.1.5). */
function isOutdated(
  { key, version }: Incoming,
  incoming: readonly Incoming[],
  held: CalendarEvent,
): boolean {
  const known = held.get(key);
  const order = known === undefined ? 1 : compareVersions(version, receivedVersion(known));
  // Of a REQUEST and a CANCEL of one version the CANCEL is newer.
  if (order < 0 || (order === 0 && known?.status === "CANCELLED")) {
    return true;
  }
  const bringsSeries = incoming.some((one) => one.key === SERIES);
  const master = masterOf(held);
  return (
    key !== SERIES &&
    !bringsSeries &&
    isOvertakenBySeries(version, master && receivedVersion(master))
  );
}

interface Setting {
  /** The event that is updated. */
  readonly base: CalendarEvent;
  /** What the calendar holds under the UID, though it be another organizer's. */
  readonly held: CalendarEvent;
  readonly order: ApplyOrder;
}

function merge(current: readonly Incoming[], setting: Setting): CalendarEvent {
  const { base } = setting;
  const series = current.find(({ key }) => key === SERIES);
  const merged = new Map(series === undefined ? base : withoutOvertaken(base, series));
  for (const one of current) {
    merged.set(one.key, written(one, setting));
  }
  const master = merged.get(SERIES);
  if (series === undefined && master !== undefined) {
    merged.set(SERIES, current.reduce(takingPlaceAgain, master));
  }
  return merged;
}

/** A rescheduled series drops what was said of its instances before (RFC 5546 §4.4.7). */
function withoutOvertaken(base: CalendarEvent, { entry, version }: Incoming): CalendarEvent {
  const excluded = new Set(
    propertiesNamed(entry.component, "EXDATE")
      .flatMap((property) => readTimes(property, entry.zones))
      .map(timeKey),
  );
  return new Map(
    [...base].filter(
      ([key, known]) =>
        key === SERIES ||
        (!isOvertakenBySeries(receivedVersion(known), version) && !excluded.has(key)),
    ),
  );
}

/** An instance that had been taken out of the series. */
function takingPlaceAgain(master: Entry, { key }: Incoming): Entry {
  return exceptTime(master, key, "remove");
}

function written(one: Incoming, { held, order }: Setting): Entry {
  const { key, version } = one;
  const predecessor = predecessorOf(key, held);
  const taken = withAgent(takeOver(one.entry, version, predecessor), order);
  const isUser = (address: string | null): boolean =>
    isMine(address, order.inspected.situation.addresses);
  const received = participationOf(taken, isUser);
  return received === null
    ? taken
    : withPartstat(taken, ownPartstat({ one, received, held }, order, isUser), isUser);
}

function predecessorOf(key: string, held: CalendarEvent): Predecessor | null {
  const entry = held.get(key);
  const master = masterOf(held);
  if (entry !== undefined) {
    return { entry, isSeries: false };
  }
  return master === null ? null : { entry: master, isSeries: true };
}

interface Participation {
  readonly one: Incoming;
  /** The user's PARTSTAT in the message. */
  readonly received: string;
  readonly held: CalendarEvent;
}

/**
 * The user's own word counts, not what the organizer's copy says that he answered (A42); NEEDS-ACTION
 * in a newer version asks him again.
 */
function ownPartstat(
  { one, received, held }: Participation,
  { inspected }: ApplyOrder,
  isUser: (address: string | null) => boolean,
): string {
  const known = held.get(one.key) ?? masterOf(held);
  const own = known && participationOf(known, isUser);
  const isAskedAgain = received === "NEEDS-ACTION" && !isVersionOf(known, one.version);
  if (own !== null && !isAskedAgain) {
    return own;
  }
  return inspected.situation.answered?.partstat === received ? received : "NEEDS-ACTION";
}

function isVersionOf(entry: Entry | null, version: Version): boolean {
  return entry !== null && compareVersions(receivedVersion(entry), version) === 0;
}

/** The mail is ours to send: a server that schedules must keep silent (RFC 6638 §7.1). */
function withAgent(entry: Entry, { mail }: ApplyOrder): Entry {
  const setAgent = (property: Property): Property =>
    property.name === "ORGANIZER"
      ? withParameters(property, [{ name: "SCHEDULE-AGENT", values: ["CLIENT"] }])
      : property;
  return mail === "own-instead-of-server"
    ? withProperties(entry, entry.component.properties.map(setAgent))
    : entry;
}

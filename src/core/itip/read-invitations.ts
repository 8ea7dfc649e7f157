import { firstProperty } from "../calendar/component.ts";
import type { CalendarObject, Component } from "../calendar/object.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { readZones } from "../calendar/zones.ts";
import type { Copy, Entry, Invitation } from "./invitation.ts";
import { isKnownMethod, isSchedulingComponent } from "./methods.ts";
import { occurrenceKey } from "./occurrence-key.ts";
import { readEntry } from "./read-entry.ts";
import { timeKey } from "./time-key.ts";

/** What one part says about one UID, before its copies in other parts are found. */
interface Candidate {
  readonly copy: Copy;
  readonly methodProperty: string | null;
  readonly methodParameter: string | null;
  readonly method: string | null;
  readonly main: Entry | null;
  readonly instances: readonly Entry[];
}

/** What a calendar says about one UID, or about one instance without its master. */
interface Said {
  readonly main: Entry | null;
  readonly instances: readonly Entry[];
  readonly repetitions: readonly Entry[];
}

/**
 * One invitation per calendar object and UID; where no master came, one per RECURRENCE-ID. Parts
 * with the same METHOD, UID and RECURRENCE-IDs are copies of one, even where they differ.
 */
export function readInvitations(objects: readonly CalendarObject[]): readonly Invitation[] {
  const groups = new Map<string, Candidate[]>();
  for (const object of objects) {
    const seenInPart = new Map<string, number>();
    for (const candidate of candidatesOf(object)) {
      const key = copyKey(candidate);
      const repetition = seenInPart.get(key) ?? 0;
      seenInPart.set(key, repetition + 1);
      const group = `${String(repetition)} ${key}`;
      const copies = groups.get(group);
      if (copies === undefined) {
        groups.set(group, [candidate]);
      } else {
        copies.push(candidate);
      }
    }
  }
  return [...groups.values()].map(foldCopies);
}

function candidatesOf(object: CalendarObject): readonly Candidate[] {
  const candidates = object.calendars.flatMap((calendar) => candidatesIn(object, calendar));
  return candidates.length > 0
    ? candidates
    : [candidate(object, object.calendars[0] ?? null, NOTHING_SAID)];
}

const NOTHING_SAID: Said = { main: null, instances: [], repetitions: [] };

function candidatesIn(object: CalendarObject, calendar: Component): readonly Candidate[] {
  const zones = readZones(calendar);
  const entries = calendar.components
    .filter(({ name }) => isSchedulingComponent(name))
    .map((component) => readEntry(component, zones));
  const { method } = methodsOf(object, calendar);
  const nameOf = method === "ADD" ? addedOccurrence : occurrenceKey;
  return groupedBy(uidOf, entries).flatMap((sameUid) =>
    saidBy(groupedBy(nameOf, sameUid)).map((said) => candidate(object, calendar, said)),
  );
}

/** An ADD may bring several instances, each named by its start (RFC 5546 §3.2.4). */
function addedOccurrence(entry: Entry): string {
  return isMaster(entry) ? timeKey(entry.start) : occurrenceKey(entry);
}

/** When one of `Invitation.instances` would take place: what it is named by. */
export function occurrenceTime(entry: Entry): CalendarTime | null {
  return isMaster(entry) ? entry.start : entry.recurrenceId;
}

/** Of what is described more than once the first description counts. */
function saidBy(occurrences: readonly Group[]): readonly Said[] {
  const firsts = occurrences.map(([first]) => first);
  const master = firsts.find(isMaster);
  if (master === undefined) {
    return occurrences.map(([main, ...repetitions]) => ({ main, instances: [], repetitions }));
  }
  const instances = firsts.filter((entry) => entry !== master);
  return [{ main: master, instances, repetitions: occurrences.flatMap(([, ...more]) => more) }];
}

/** RECURRENCE-ID that cannot be read still makes an override: it names no whole series. */
function isMaster(entry: Entry): boolean {
  return firstProperty(entry.component, "RECURRENCE-ID") === null;
}

function uidOf({ uid }: Entry): string | null {
  return uid;
}

type Group = readonly [Entry, ...Entry[]];

function groupedBy(
  key: (entry: Entry) => string | null,
  entries: readonly Entry[],
): readonly Group[] {
  const groups = new Map<string | null, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const group = groups.get(key(entry));
    if (group === undefined) {
      groups.set(key(entry), [entry]);
    } else {
      group.push(entry);
    }
  }
  return [...groups.values()];
}

function candidate(
  object: CalendarObject,
  calendar: Component | null,
  { main, instances, repetitions }: Said,
): Candidate {
  return {
    copy: {
      object,
      calendar,
      entries: main === null ? [] : [main, ...instances],
      repetitions,
    },
    ...methodsOf(object, calendar),
    main,
    instances,
  };
}

function methodsOf(
  object: CalendarObject,
  calendar: Component | null,
): Pick<Candidate, "methodProperty" | "methodParameter" | "method"> {
  const methodProperty = upper(calendar && firstProperty(calendar, "METHOD")?.value);
  const methodParameter = upper(object.source.part?.parameters.get("method"));
  return { methodProperty, methodParameter, method: methodProperty ?? methodParameter };
}

function upper(value: string | null | undefined): string | null {
  const trimmed = value?.trim().toUpperCase() ?? "";
  return trimmed === "" ? null : trimmed;
}

function copyKey({ methodProperty, methodParameter, main, instances }: Candidate): string {
  return JSON.stringify([
    methodProperty ?? methodParameter,
    main?.uid ?? null,
    main === null ? null : occurrenceKey(main),
    instances.map(occurrenceKey).sort(),
  ]);
}

function foldCopies(candidates: readonly Candidate[]): Invitation {
  const acting = actingCandidate(candidates);
  const { main, method } = acting;
  return {
    acting: acting.copy,
    copies: candidates.map(({ copy }) => copy),
    method,
    methodProperty: acting.methodProperty,
    methodParameter: acting.methodParameter,
    component: main?.component.name ?? null,
    uid: main?.uid ?? null,
    main,
    instances: acting.instances,
    usable: main !== null && (method === null || isKnownMethod(method, main.component.name)),
  };
}

/** The first text/calendar with `method`, else text/calendar, else the first. */
function actingCandidate(candidates: readonly Candidate[]): Candidate {
  const calendars = candidates.filter(
    ({ copy }) => copy.object.source.part?.mediaType === "text/calendar",
  );
  const [first] = [
    ...calendars.filter(({ methodParameter }) => methodParameter !== null),
    ...calendars,
    ...candidates,
  ];
  if (first === undefined) {
    throw new Error("no candidate to act");
  }
  return first;
}

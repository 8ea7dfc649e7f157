import { readSeries } from "../calendar/series.ts";
import type { InspectedInvitation } from "../inspection.ts";
import type { Answered } from "../itip/answered.ts";
import type { Entry } from "../itip/invitation.ts";
import { compareKnown } from "../itip/known-version.ts";
import { isUntold } from "../itip/snapshot.ts";
import { timeKey } from "../itip/time-key.ts";

/** One occurrence of a series, which can be answered by itself. */
export interface Occurrence {
  /** Its RECURRENCE-ID as a time key. */
  readonly key: string;
  /** When it takes place, as a time key: another time where it was moved. */
  readonly start: string;
  /** What the user said to it alone. */
  readonly answered: Answered | null;
}

export interface Occurrences {
  readonly shown: readonly Occurrence[];
  readonly hasMore: boolean;
}

const NONE: Occurrences = { shown: [], hasMore: false };

/** Where to look: from a moment on, or after an occurrence that is known already. */
export type From = { readonly now: number } | { readonly after: string };

/** A date or a floating time is some hours away from the instant it is compared with. */
const DAY = 86_400_000;

/** The next occurrences of a series that are not over and not cancelled; none of anything else. */
export function occurrencesFrom(
  { invitation, situation }: InspectedInvitation,
  from: From,
  max: number,
): Occurrences {
  const { main } = invitation;
  if (main?.recurrenceId !== null || !recurs(main)) {
    return NONE;
  }
  const places = placesOf({ invitation, situation });
  const cancelled = [...places.values()].filter((place) => place === null).length;
  const times = readSeries(main.component, main.zones)?.nextInstances(
    beginning(main, from),
    max + cancelled + 1,
  );
  const all = (times ?? []).map(timeKey).filter((key) => places.get(key) !== null);
  return {
    shown: all.slice(0, max).map((key) => ({
      key,
      start: places.get(key) ?? key,
      answered: situation.answers.get(key) ?? null,
    })),
    hasMore: all.length > max,
  };
}

function recurs({ component }: Entry): boolean {
  return component.properties.some(({ name }) => name === "RRULE" || name === "RDATE");
}

function beginning({ start, end }: Entry, from: From): number {
  if ("after" in from) {
    const { after } = from;
    const isWall = after.includes("T") && !after.endsWith("Z");
    return Date.parse(isWall ? `${after}Z` : after) + 1;
  }
  const length = (end?.instant ?? 0) - (start?.instant ?? 0);
  return from.now - (start?.instant === null ? DAY : Math.max(length, 0));
}

/** Where single occurrences were moved to; null: cancelled. Earlier messages count, then this one. */
function placesOf({
  invitation,
  situation,
}: Pick<InspectedInvitation, "invitation" | "situation">): ReadonlyMap<string, string | null> {
  const places = new Map<string, string | null>();
  for (const version of [...situation.standing.known.line].sort(compareKnown)) {
    const isCancelled = version.method === "CANCEL" || version.cancelled;
    // Where to, is not known of an encrypted message: it is offered by its own date.
    if (isCancelled || !isUntold(version.snapshot)) {
      places.set(version.recurrenceId, isCancelled ? null : version.snapshot.start);
    }
  }
  for (const { recurrenceId, status, start } of invitation.instances) {
    places.set(timeKey(recurrenceId), status === "CANCELLED" ? null : timeKey(start));
  }
  return places;
}

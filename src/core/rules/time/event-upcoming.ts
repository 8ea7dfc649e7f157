import { readSeries } from "../../calendar/series.ts";
import type { CalendarTime } from "../../calendar/time.ts";
import { DAY, HOUR, parseWall } from "../../calendar/wall-time.ts";
import type { Entry } from "../../itip/invitation.ts";
import { timeKey } from "../../itip/time-key.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** An event that is over; a to-do that is overdue is still to be done. */
export const eventUpcoming: Rule = {
  id: "event-upcoming",
  family: "time",
  severity: "notice",
  clause: "RFC 5546 §3.2.2",
  methods: ["PUBLISH", "REQUEST", "ADD", "COUNTER"],
  placeholders: ["end"],
  check(context) {
    const { main = null, instances = [] } = context.invitation ?? {};
    const isOver =
      main !== null &&
      instances.every((instance) => isPast(instance, context.now)) &&
      isPast(main, context.now) &&
      !recursAfter(main, context.now);
    if (!isOver) {
      return [];
    }
    const end = lastTime(entriesOf(context));
    return [{ data: dataAt(context, main.component, { end }) }];
  },
};

function isPast(entry: Entry, now: number): boolean {
  const end = endOf(entry);
  return entry.component.name === "VEVENT" && end !== null && end <= now;
}

/** The next instance that is not over now began no earlier than its length ago. */
function recursAfter(entry: Entry, now: number): boolean {
  const { component, zones, start } = entry;
  const length = (endOf(entry) ?? now) - (start === null ? now : millisOf(start));
  return (readSeries(component, zones)?.nextInstances(now - length, 1).length ?? 0) > 0;
}

/** When it is over everywhere. */
function endOf({ start, end }: Entry): number | null {
  const last = end ?? start;
  if (last === null) {
    return null;
  }
  const isWholeDay = last.kind === "date" && end === null;
  return millisOf(last) + (isWholeDay ? DAY : 0) + (last.instant === null ? WEST_OF_UTC : 0);
}

/** Days and times without zone end last where clocks are furthest behind UTC. */
const WEST_OF_UTC = 12 * HOUR;

function millisOf({ instant, wall }: CalendarTime): number {
  return instant ?? parseWall(wall) ?? 0;
}

function lastTime(entries: readonly Entry[]): string {
  const ends = entries.map(({ start, end }) => end ?? start).filter((time) => time !== null);
  const [last] = ends.toSorted((a, b) => millisOf(b) - millisOf(a));
  return timeKey(last ?? null);
}

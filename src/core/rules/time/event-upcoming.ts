import { readSeries } from "../../calendar/series.ts";
import type { CalendarTime } from "../../calendar/time.ts";
import { DAY, HOUR } from "../../calendar/wall-time.ts";
import type { Entry } from "../../itip/invitation.ts";
import { timeKey } from "../../itip/time-key.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** Neither over nor decades ahead; a to-do that is overdue is still to be done. */
export const eventUpcoming: Rule = {
  id: "event-upcoming",
  family: "time",
  severity: "notice",
  clause: "RFC 5546 §3.2.2",
  methods: ["PUBLISH", "REQUEST", "ADD", "COUNTER"],
  placeholders: ["end"],
  check(context) {
    const { now } = context;
    const entries = entriesOf(context);
    const spans = entries.map(spanOf).filter((span) => span !== null);
    const [first, ...others] = spans;
    if (first === undefined || spans.length < entries.length) {
      return [];
    }
    if (first.from > now + FAR_AHEAD) {
      const data = dataAt(context, first.entry.component, { end: timeKey(first.begin) });
      return [{ wording: "far", data }];
    }
    if (spans.some(({ to }) => to > now)) {
      return [];
    }
    // An instance that is not over now begins after its length ago.
    const { component, zones } = first.entry;
    const from = now - (first.to - first.from) + 1;
    if (readSeries(component, zones)?.nextInstances(from, 1).length === 1) {
      return [];
    }
    const last = others.reduce((a, b) => (b.to > a.to ? b : a), first);
    return [{ data: dataAt(context, component, { end: timeKey(last.end) }) }];
  },
};

/** Whatever is planned further ahead is meant to lie where nobody looks (A40). */
const FAR_AHEAD = 20 * 366 * DAY;

interface EventSpan {
  readonly entry: Entry;
  readonly begin: CalendarTime;
  readonly from: number;
  /** When it is over everywhere. */
  readonly to: number;
  readonly end: CalendarTime;
}

/** Null for what is no event, or has no time. */
function spanOf(entry: Entry): EventSpan | null {
  const { component, start, end } = entry;
  const last = end ?? start;
  if (component.name !== "VEVENT" || last === null) {
    return null;
  }
  const isWholeDay = last.kind === "date" && end === null;
  const to = millisOf(last) + (isWholeDay ? DAY : 0) + (last.instant === null ? WEST_OF_UTC : 0);
  const begin = start ?? last;
  return { entry, begin, from: millisOf(begin), to, end: last };
}

/** Days and times without zone end last where clocks are furthest behind UTC. */
const WEST_OF_UTC = 12 * HOUR;

function millisOf({ kind, instant, wall }: CalendarTime): number {
  return instant ?? Date.parse(kind === "date" ? wall : `${wall}Z`);
}

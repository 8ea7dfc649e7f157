import { ianaClock } from "../../calendar/clock.ts";
import { readSeries } from "../../calendar/series.ts";
import type { CalendarTime } from "../../calendar/time.ts";
import { parseWall } from "../../calendar/wall-time.ts";
import type { Entry } from "../../itip/invitation.ts";
import { printInstant } from "../../itip/time-key.ts";
import type { RuleContext } from "../context.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Report, Rule } from "../rule.ts";

/**
 * VTIMEZONE decides, so that a zone of a well-known name and other rules moves the event. Only the
 * times that the event is still going to use are held against IANA's: rules of today are commonly
 * sent for a series that is older than they are.
 */
export const timeZoneRulesAgree: Rule = {
  id: "time-zone-rules-agree",
  family: "time",
  severity: "warning",
  clause: "RFC 5545 §3.6.5",
  methods: "*",
  placeholders: ["tzid", "timeZone", "stated", "usual"],
  check(context) {
    return [...differences(context), ...duplicates(context)];
  },
};

/** Instances of a series that are compared: a weekly one over a year, both changes of the clock. */
const COMPARED_INSTANCES = 53;

function differences(context: RuleContext): readonly Report[] {
  const reports = new Map<string, Report>();
  for (const { time, entry } of comparedTimes(context)) {
    const { tzid, timeZone, instant } = time;
    const usual = usualInstant(time, entry);
    if (tzid !== null && usual !== null && instant !== null && usual !== instant) {
      const definition = entry.zones.defined.get(tzid.trim()) ?? entry.component;
      const instants = { stated: printInstant(instant), usual: printInstant(usual) };
      const data = dataAt(context, definition, { tzid, timeZone, ...instants });
      reports.set(tzid, reports.get(tzid) ?? { data });
    }
  }
  return [...reports.values()];
}

interface ComparedTime {
  readonly time: CalendarTime;
  readonly entry: Entry;
}

/** A series that has begun is compared from now on. */
function comparedTimes(context: RuleContext): readonly ComparedTime[] {
  const { now } = context;
  const [main, ...overrides] = entriesOf(context);
  if (main === undefined) {
    return [];
  }
  const next = readSeries(main.component, main.zones)?.nextInstances(now, COMPARED_INSTANCES);
  const start = main.start?.instant ?? now;
  const isRunning = start < now && main.component.properties.some(isRecurrence);
  return [
    ...(next ?? []).map((time) => ({ time, entry: main })),
    ...(isRunning ? overrides : [main, ...overrides]).flatMap(timesOf),
  ];
}

function timesOf(entry: Entry): readonly ComparedTime[] {
  return [entry.start, entry.end, entry.recurrenceId]
    .filter((time) => time !== null)
    .map((time) => ({ time, entry }));
}

function isRecurrence({ name }: { readonly name: string }): boolean {
  return name === "RRULE" || name === "RDATE";
}

/** By IANA's rules; null where they were not asked for anything else than the object's own. */
function usualInstant({ tzid, timeZone, wall }: CalendarTime, { zones }: Entry): number | null {
  const source = tzid === null ? null : zones.resolve(tzid)?.source;
  const written = parseWall(wall);
  return source === "vtimezone" && timeZone !== null && written !== null
    ? ianaClock(timeZone).instantOf(written)
    : null;
}

/** Of two VTIMEZONEs of one name others may take the second. */
function duplicates(context: RuleContext): readonly Report[] {
  const [entry] = entriesOf(context);
  const calendar = context.invitation?.acting.calendar;
  const [tzid] = entry?.zones.duplicates ?? [];
  return tzid === undefined || !calendar
    ? []
    : [
        {
          wording: "twice",
          data: dataAt(context, calendar, { tzid, timeZone: null, stated: null, usual: null }),
        },
      ];
}

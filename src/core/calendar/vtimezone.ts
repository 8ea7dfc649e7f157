import { ianaClock, type Clock } from "./clock.ts";
import { HOUR, MINUTE, printWall } from "./wall-time.ts";
import { escapeText } from "./write-lines.ts";
import { yearlyPattern } from "./yearly-pattern.ts";
import { transitionsOfYear, type Transition } from "./zone-transitions.ts";

/** Years over which a rule must hold to be written as one: weekdays and dates repeat after 28. */
const YEARS_OF_RULE = 28;

/** Years ahead for which the changes of a zone without a rule are listed one by one. */
const YEARS_LISTED = 10;

/**
 * A VTIMEZONE (RFC 5545 §3.6.5) for a zone that the platform knows, right from the year before
 * `aroundInstant` on: unfolded content lines.
 */
export function writeVtimezone(tzid: string, timeZone: string, aroundInstant: number): string[] {
  const clock = ianaClock(timeZone);
  const year = new Date(aroundInstant).getUTCFullYear();
  const observances = writeYearlyRules(clock, year) ?? writeListedChanges(clock, year);
  return ["BEGIN:VTIMEZONE", `TZID:${escapeText(tzid)}`, ...observances.flat(), "END:VTIMEZONE"];
}

/** One observance for each yearly change; null when the changes do not repeat from year to year. */
function writeYearlyRules(clock: Clock, year: number): string[][] | null {
  const years = Array.from({ length: YEARS_OF_RULE }, (_, index) => year - 1 + index);
  const transitions = years.map((each) => transitionsOfYear(clock, each));
  const [first = []] = transitions;
  if (transitions.some(({ length }) => length !== first.length)) {
    return null;
  }
  if (first.length === 0) {
    return [writeSteady(clock, year - 1)];
  }
  const observances = first.map((transition, index) => {
    const series = transitions.flatMap((ofYear) => ofYear[index] ?? []);
    const rule = yearlyPattern(series.map(onset));
    const isSteady = series.every(
      ({ from, to }) => from === transition.from && to === transition.to,
    );
    return rule !== null && isSteady ? writeObservance(transition, rule) : null;
  });
  return observances.every((lines) => lines !== null) ? observances : null;
}

/** The wall time, by the clock before it, at which a change happens. */
function onset({ instant, from }: Transition): number {
  return instant + from;
}

function writeListedChanges(clock: Clock, year: number): string[][] {
  const years = Array.from({ length: YEARS_LISTED + 2 }, (_, index) => year - 1 + index);
  return [
    writeSteady(clock, year - 1),
    ...years
      .flatMap((each) => transitionsOfYear(clock, each))
      .map((transition) => writeObservance(transition, null)),
  ];
}

/** The offset at the beginning of a year. */
function writeSteady(clock: Clock, year: number): string[] {
  const instant = Date.UTC(year, 0, 1);
  const offset = clock.offsetAt(instant) ?? 0;
  return writeObservance({ instant: instant - offset, from: offset, to: offset }, null);
}

function writeObservance(transition: Transition, rule: string | null): string[] {
  const { from, to } = transition;
  const name = to > from ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${name}`,
    `DTSTART:${printWall(onset(transition)).replace(/[-:]/g, "")}`,
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    `TZOFFSETFROM:${writeOffset(from)}`,
    `TZOFFSETTO:${writeOffset(to)}`,
    `END:${name}`,
  ];
}

/** "+0100"; with seconds where the offset has some (RFC 5545 §3.3.14). */
function writeOffset(offset: number): string {
  const size = Math.abs(offset);
  const digits = [size / HOUR, (size / MINUTE) % 60, (size / 1000) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, "0"),
  );
  return `${offset < 0 ? "-" : "+"}${digits.slice(0, digits[2] === "00" ? 2 : 3).join("")}`;
}

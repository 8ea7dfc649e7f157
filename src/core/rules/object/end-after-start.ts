import { firstProperty } from "../../calendar/component.ts";
import type { CalendarTime } from "../../calendar/time.ts";
import type { Entry } from "../../itip/invitation.ts";
import { timeKey } from "../../itip/time-key.ts";
import { dataAt, entriesOf, positionOf } from "../entries.ts";
import type { Report, Rule } from "../rule.ts";

/**
 * An event of no length is a notice: reminders are written like that, and days whose DTEND, which
 * is exclusive, was taken for the last day. DUE may be DTSTART.
 */
export const endAfterStart: Rule = {
  id: "end-after-start",
  family: "object",
  severity: "warning",
  clause: "RFC 5545 §3.8.2.2",
  methods: "*",
  placeholders: ["start", "end"],
  check(context) {
    const reports = entriesOf(context).map((entry): Report | null => {
      const wording = flawOf(entry);
      if (wording === null) {
        return null;
      }
      const data = dataAt(context, positionOf(entry.component, "DTSTART"), {
        start: timeKey(entry.start),
        end: timeKey(entry.end),
      });
      return wording === "equal" ? { wording, severity: "notice", data } : { wording, data };
    });
    return reports.filter((report) => report !== null).slice(0, 1);
  },
};

function flawOf({ component, start, end }: Entry): "before" | "equal" | "kinds" | null {
  if (start === null || end === null) {
    return null;
  }
  if ((start.kind === "date") !== (end.kind === "date")) {
    return "kinds";
  }
  const length = distance(start, end);
  if (length === 0) {
    return firstProperty(component, "DTEND") === null ? null : "equal";
  }
  return length < 0 ? "before" : null;
}

/** By the instants where both have one, else by the wall clocks. */
function distance(start: CalendarTime, end: CalendarTime): number {
  return start.instant !== null && end.instant !== null
    ? end.instant - start.instant
    : wallOf(end) - wallOf(start);
}

function wallOf({ kind, wall }: CalendarTime): number {
  return Date.parse(kind === "date" ? wall : `${wall}Z`);
}

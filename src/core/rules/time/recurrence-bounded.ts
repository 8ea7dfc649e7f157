import { propertiesNamed } from "../../calendar/component.ts";
import type { Component } from "../../calendar/object.ts";
import { parseRule } from "../../calendar/recurrence-rule.ts";
import { readSeries } from "../../calendar/series.ts";
import type { Entry } from "../../itip/invitation.ts";
import { MAX_DATES, MAX_INSTANCES } from "../../limits.ts";
import { dataAt, entriesOf, positionOf } from "../entries.ts";
import type { Report, Rule } from "../rule.ts";

/** No FREQ=SECONDLY or MINUTELY, and no more than MAX_INSTANCES occurrences in ten years. */
export const recurrenceBounded: Rule = {
  id: "recurrence-bounded",
  family: "time",
  severity: "warning",
  clause: "RFC 5546 §6.1.5",
  methods: "*",
  placeholders: ["frequency", "limit"],
  check(context) {
    return entriesOf(context)
      .slice(0, EXPANDED_ENTRIES)
      .map((entry): Report | null => {
        const excess = excessOf(entry);
        const place = positionOf(entry.component, "RRULE");
        return excess && { ...excess, data: dataAt(context, place, excess.data) };
      })
      .filter((report) => report !== null)
      .slice(0, 1);
  },
};

/** A series is in its master; overrides that recur themselves are none. */
const EXPANDED_ENTRIES = 3;

const TOO_FREQUENT: readonly string[] = ["SECONDLY", "MINUTELY"];

function excessOf({ component, zones }: Entry): Report | null {
  const frequency = propertiesNamed(component, "RRULE")
    .slice(0, EXPANDED_ENTRIES)
    .map(({ value }) => parseRule(value).rule?.frequency ?? "")
    .find((candidate) => TOO_FREQUENT.includes(candidate));
  if (frequency !== undefined) {
    return { wording: "frequency", data: { frequency, limit: null } };
  }
  if (["RDATE", "EXDATE"].some((name) => countDates(component, name) > MAX_DATES)) {
    return { wording: "dates", data: { frequency: null, limit: MAX_DATES } };
  }
  return readSeries(component, zones)?.isExcessive === true
    ? { data: { frequency: null, limit: MAX_INSTANCES } }
    : null;
}

function countDates(component: Component, name: string): number {
  return propertiesNamed(component, name).reduce(
    (count, { value }) => count + value.split(",", MAX_DATES + 1).length,
    0,
  );
}

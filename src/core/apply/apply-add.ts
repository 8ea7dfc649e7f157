import { firstProperty } from "../calendar/component.ts";
import { newProperty } from "../calendar/new-property.ts";
import type { Property } from "../calendar/object.ts";
import { replaceProperties } from "../calendar/replace-properties.ts";
import { readSeries } from "../calendar/series.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { SERIES } from "../itip/fact.ts";
import type { Entry } from "../itip/invitation.ts";
import { compareVersions } from "../itip/version.ts";
import { receivedVersion } from "../itip/calendar-versions.ts";
import { answered } from "./answered-event.ts";
import { masterOf, withProperties, type CalendarEvent } from "./calendar-event.ts";
import { incomingOf, type Incoming } from "./incoming.ts";
import type { ApplyOrder, Untouched } from "./order.ts";
import { takeOver } from "./take-over.ts";
import { utcValue } from "./received-version.ts";

const OF_SERIES: readonly string[] = ["RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"];

/** ADD: one more instance, an RDATE of the series with its own values (RFC 5546 §3.2.4). */
export function applyAdd(order: ApplyOrder, held: CalendarEvent): CalendarEvent | Untouched {
  const incoming = incomingOf(order);
  if (masterOf(held) === null) {
    return "unknown-event";
  }
  const current = incoming.filter(({ key, version }) => {
    const known = held.get(key);
    return known === undefined || compareVersions(receivedVersion(known), version) <= 0;
  });
  const result = current.reduce(withInstance, held);
  return order.deed.kind === "answer"
    ? answered(order, incoming, result)
    : current.length === 0
      ? "outdated"
      : result;
}

function withInstance(event: CalendarEvent, { entry, key, version }: Incoming): CalendarEvent {
  const master = masterOf(event);
  const { start } = entry;
  const time = master === null || start === null ? null : timeLike(master, start);
  if (master === null || time === null || start === null) {
    return event;
  }
  const known = event.get(key);
  const predecessor = { entry: known ?? master, isSeries: known === undefined };
  const taken = takeOver(entry, version, predecessor);
  const component = replaceProperties(taken.component, OF_SERIES, [
    { ...time, name: "RECURRENCE-ID" },
  ]);
  const isInstance = readSeries(master.component, master.zones)?.isInstance(start) === true;
  const series = isInstance
    ? master
    : withProperties(master, [...master.component.properties, { ...time, name: "RDATE" }]);
  return new Map(event).set(SERIES, series).set(key, withProperties(taken, component.properties));
}

/** A time in the value type of the series; null where the two do not go together (RFC 5545 §3.8.4.4). */
function timeLike({ start, component }: Entry, time: CalendarTime): Property | null {
  const isDate = start?.kind === "date";
  if (firstProperty(component, "DTSTART") === null || isDate !== (time.kind === "date")) {
    return null;
  }
  if (isDate) {
    const parameters = [{ name: "VALUE", values: ["DATE"] }];
    return newProperty("RDATE", time.wall.replaceAll("-", ""), parameters);
  }
  const { instant, wall } = time;
  return newProperty("RDATE", instant === null ? wall.replace(/[-:]/g, "") : utcValue(instant));
}

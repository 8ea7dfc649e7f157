import type { Property } from "../calendar/object.ts";
import { readTimes } from "../calendar/zones.ts";
import type { Entry } from "../itip/invitation.ts";
import { timeKey } from "../itip/time-key.ts";
import { newProperty } from "../calendar/new-property.ts";
import { SERIES } from "../itip/fact.ts";
import { timesAt } from "./occurrence-entry.ts";
import { withProperties } from "./calendar-event.ts";

/** Takes an occurrence out of its series (EXDATE), or lets it take place again. */
export function exceptTime(master: Entry, key: string, change: "add" | "remove"): Entry {
  const { properties } = master.component;
  const without = properties.flatMap((property) => withoutTime(property, key, master));
  if (change === "remove") {
    return without.length === properties.length &&
      without.every((one, at) => one === properties[at])
      ? master
      : withProperties(master, without);
  }
  const recurrenceId = timesAt(new Map([[SERIES, master]]), key)?.find(
    ({ name }) => name === "RECURRENCE-ID",
  );
  return recurrenceId === undefined
    ? master
    : withProperties(master, [
        ...without,
        newProperty("EXDATE", recurrenceId.value, recurrenceId.parameters),
      ]);
}

function withoutTime(property: Property, key: string, { zones }: Entry): readonly Property[] {
  if (property.name !== "EXDATE") {
    return [property];
  }
  const values = property.value.split(",");
  const kept = values.filter((value) => {
    const [time] = readTimes({ ...property, value }, zones);
    return time === undefined || timeKey(time) !== key;
  });
  if (kept.length === values.length) {
    return [property];
  }
  return kept.length === 0 ? [] : [{ ...property, value: kept.join(",") }];
}

import { dataAt } from "../entries.ts";
import type { Rule } from "../rule.ts";
import { zonedProperties } from "../zoned-properties.ts";

/** Defined is what VTIMEZONE, IANA, Windows, a known prefix or an offset in the name defines. */
export const timeZoneDefined: Rule = {
  id: "time-zone-defined",
  family: "time",
  severity: "warning",
  clause: "RFC 5545 §3.2.19",
  methods: "*",
  placeholders: ["tzid"],
  check(context) {
    return zonedProperties(context)
      .filter(({ entry, tzid }) => entry.zones.resolve(tzid) === null)
      .map(({ property, tzid }) => ({ data: dataAt(context, property, { tzid }) }));
  },
};

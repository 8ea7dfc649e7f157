import { dataAt } from "../entries.ts";
import type { Rule } from "../rule.ts";
import { zonedProperties } from "../zoned-properties.ts";

/** Of what nothing defines time-zone-defined speaks. */
export const timeZoneStandard: Rule = {
  id: "time-zone-standard",
  family: "time",
  severity: "notice",
  clause: "RFC 5545 §3.8.3.1",
  methods: "*",
  placeholders: ["tzid", "timeZone"],
  check(context) {
    return zonedProperties(context).flatMap(({ entry, property, tzid }) => {
      const zone = entry.zones.resolve(tzid);
      if (zone === null || zone.isStandardName) {
        return [];
      }
      const { timeZone } = zone;
      const data = dataAt(context, property, { tzid, timeZone });
      return [timeZone === null ? { wording: "unnamed", data } : { data }];
    });
  },
};

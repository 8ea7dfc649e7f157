import { readSeries } from "../../calendar/series.ts";
import { timeKey } from "../../itip/time-key.ts";
import { dataAt, positionOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** Only where the series came with its instances: otherwise there is nothing to compare with. */
export const recurrenceIdMatches: Rule = {
  id: "recurrence-id-matches",
  family: "time",
  severity: "warning",
  clause: "RFC 5545 §3.8.4.4",
  methods: "*",
  placeholders: ["recurrenceId"],
  check(context) {
    const { main, instances = [] } = context.invitation ?? {};
    const series = main && instances.length > 0 ? readSeries(main.component, main.zones) : null;
    if (!series) {
      return [];
    }
    return instances
      .flatMap(({ component, recurrenceId }) => {
        const isForeign = recurrenceId !== null && series.isInstance(recurrenceId) === false;
        const place = positionOf(component, "RECURRENCE-ID");
        return isForeign
          ? [{ data: dataAt(context, place, { recurrenceId: timeKey(recurrenceId) }) }]
          : [];
      })
      .slice(0, 1);
  },
};

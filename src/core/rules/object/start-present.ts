import { firstProperty } from "../../calendar/component.ts";
import { dataAt, entriesOf } from "../entries.ts";
import { presenceOf } from "../itip-tables.ts";
import type { Rule } from "../rule.ts";

/**
 * DTSTART where RFC 5546 §3 demands it; also in an event without METHOD (RFC 5545 §3.6.1). A to-do
 * is commonly sent without: a notice. One that cannot be read is a matter of values-valid.
 */
export const startPresent: Rule = {
  id: "start-present",
  family: "object",
  severity: "error",
  clause: "RFC 5546 §3.2",
  methods: "*",
  placeholders: ["component"],
  check(context) {
    const method = context.invitation?.method ?? null;
    const entry = entriesOf(context).find(
      ({ component }) =>
        firstProperty(component, "DTSTART") === null && needsStart(component.name, method),
    );
    if (entry === undefined) {
      return [];
    }
    const component = entry.component.name;
    const data = dataAt(context, entry.component, { component });
    return [component === "VTODO" ? { data, severity: "notice" } : { data }];
  },
};

function needsStart(component: string, method: string | null): boolean {
  return method === null
    ? component === "VEVENT"
    : presenceOf(component, method, "DTSTART") === "1";
}

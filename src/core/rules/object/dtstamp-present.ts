import { firstProperty } from "../../calendar/component.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** One that cannot be read is a matter of values-valid; in a file nothing depends on it. */
export const dtstampPresent: Rule = {
  id: "dtstamp-present",
  family: "object",
  severity: "error",
  clause: "RFC 5545 §3.8.7.2",
  methods: "*",
  placeholders: ["component"],
  check(context) {
    const entry = entriesOf(context).find(
      ({ component }) => firstProperty(component, "DTSTAMP") === null,
    );
    if (entry === undefined) {
      return [];
    }
    const data = dataAt(context, entry.component, { component: entry.component.name });
    return [context.invitation?.method === null ? { data, severity: "notice" } : { data }];
  },
};

import { dataAt, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** A file needs no answer, so that what names nothing is a notice there. */
export const uidPresent: Rule = {
  id: "uid-present",
  family: "object",
  severity: "error",
  clause: "RFC 5545 §3.8.4.7",
  methods: "*",
  placeholders: ["component"],
  check(context) {
    const entry = entriesOf(context).find(({ uid }) => uid === null);
    if (entry === undefined) {
      return [];
    }
    const data = dataAt(context, entry.component, { component: entry.component.name });
    return [context.invitation?.method === null ? { data, severity: "notice" } : { data }];
  },
};

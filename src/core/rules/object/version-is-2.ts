import { firstProperty } from "../../calendar/component.ts";
import { dataAt } from "../entries.ts";
import type { Rule } from "../rule.ts";

export const versionIs2: Rule = {
  id: "version-is-2",
  family: "object",
  severity: "warning",
  clause: "RFC 5546 §3.1.1",
  methods: "*",
  placeholders: ["version"],
  check(context) {
    const calendar = context.invitation?.acting.calendar;
    const property = calendar ? firstProperty(calendar, "VERSION") : null;
    const version = property?.value.trim() ?? null;
    if (!calendar || version === "2.0") {
      return [];
    }
    const data = dataAt(context, property ?? calendar, { version });
    return [version === null ? { wording: "missing", data } : { data }];
  },
};

import { firstProperty } from "../../calendar/component.ts";
import { dataAt } from "../entries.ts";
import type { Rule } from "../rule.ts";

export const prodidPresent: Rule = {
  id: "prodid-present",
  family: "object",
  severity: "notice",
  clause: "RFC 5546 §3.1.1",
  methods: "*",
  placeholders: [],
  check(context) {
    const calendar = context.invitation?.acting.calendar;
    return calendar && (firstProperty(calendar, "PRODID")?.value.trim() ?? "") === ""
      ? [{ data: dataAt(context, calendar) }]
      : [];
  },
};

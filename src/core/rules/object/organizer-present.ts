import { reportLacking } from "../entries.ts";
import { presenceOf } from "../itip-tables.ts";
import type { Rule } from "../rule.ts";

/**
 * Methods whose event is known by its UID, or that nobody answers: Exchange replies without
 * ORGANIZER, and sites publish events of nobody.
 */
const HARMLESS: readonly string[] = ["PUBLISH", "REPLY", "COUNTER", "REFRESH"];

export const organizerPresent: Rule = {
  id: "organizer-present",
  family: "object",
  severity: "error",
  clause: "RFC 5546 §3.2",
  methods: ["PUBLISH", "REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER"],
  placeholders: ["method", "component"],
  check(context) {
    const method = context.invitation?.method ?? "";
    return reportLacking(
      context,
      ({ component, organizer }) =>
        organizer === null && presenceOf(component.name, method, "ORGANIZER") === "1",
    ).map(({ data, ...report }) => ({
      ...report,
      ...(HARMLESS.includes(method) ? { severity: "notice" } : {}),
      data: { ...data, method },
    }));
  },
};

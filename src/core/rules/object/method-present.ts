import { dataAt } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** Without METHOD and parameter the object is a file and no message: a notice (RFC 6047 §2.4). */
export const methodPresent: Rule = {
  id: "method-present",
  family: "object",
  severity: "error",
  clause: "RFC 5546 §3",
  methods: "*",
  placeholders: ["parameter"],
  check(context) {
    const { invitation } = context;
    const calendar = invitation?.acting.calendar;
    if (!invitation || !calendar || invitation.methodProperty !== null) {
      return [];
    }
    const parameter = invitation.methodParameter;
    const data = dataAt(context, calendar, { parameter });
    return [parameter === null ? { wording: "file", severity: "notice", data } : { data }];
  },
};

import { reportLacking } from "../entries.ts";
import { presenceOf } from "../itip-tables.ts";
import type { Rule } from "../rule.ts";

/** A REPLY's is a matter of reply-has-one-attendee; a DECLINECOUNTER is understood without. */
export const attendeePresent: Rule = {
  id: "attendee-present",
  family: "object",
  severity: "error",
  clause: "RFC 5546 §3.2.2",
  methods: ["REQUEST", "REFRESH", "COUNTER", "DECLINECOUNTER"],
  placeholders: ["method", "component"],
  check(context) {
    const method = context.invitation?.method ?? "";
    return reportLacking(context, ({ component, attendees }) => {
      const presence = presenceOf(component.name, method, "ATTENDEE");
      return attendees.length === 0 && (presence === "1" || presence === "1+");
    }).map(({ data, ...report }) => ({
      ...report,
      ...(method === "DECLINECOUNTER" ? { severity: "notice" } : {}),
      data: { ...data, method },
    }));
  },
};

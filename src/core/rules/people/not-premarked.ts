import type { Rule } from "../rule.ts";

/** A first invitation that claims the user's answer (A22). */
export const notPremarked: Rule = {
  id: "not-premarked",
  family: "people",
  severity: "notice",
  clause: "RFC 5546 §3.2.2",
  methods: ["REQUEST", "ADD"],
  placeholders: ["partstat"],
  check({ situation }) {
    const attendee = situation?.me.attendee ?? null;
    if (situation === null || attendee === null || situation.me.role !== "attendee") {
      return [];
    }
    const { partstat } = attendee;
    return partstat === "NEEDS-ACTION" || situation.answered?.partstat === partstat
      ? []
      : [{ data: { partstat } }];
  },
};

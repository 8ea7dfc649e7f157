import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** A first invitation that claims the user's answer (A22). */
export const notPremarked: Rule = {
  id: "not-premarked",
  family: "people",
  severity: "notice",
  clause: "RFC 5546 §3.2.2",
  methods: ["REQUEST", "ADD"],
  placeholders: ["partstat"],
  check: situated(({ situation: { me, answered } }) => {
    const isAsked = me.role !== "organizer" && me.attendee !== null;
    const partstat = isAsked ? me.attendee.partstat : UNMARKED;
    return partstat === UNMARKED || answered?.partstat === partstat ? [] : [{ data: { partstat } }];
  }),
};

const UNMARKED = "NEEDS-ACTION";

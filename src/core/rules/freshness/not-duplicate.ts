import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const notDuplicate: Rule = {
  id: "not-duplicate",
  family: "freshness",
  severity: "notice",
  clause: "RFC 5546 §2.1.5",
  methods: "*",
  placeholders: ["sequence"],
  check: situated(({ main: { sequence }, situation: { standing } }) => {
    const { state, against } = standing;
    return state === "duplicate" && against !== null
      ? [{ data: { sequence, messageId: against.source } }]
      : [];
  }),
};

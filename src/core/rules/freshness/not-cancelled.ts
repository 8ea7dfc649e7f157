import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** A cancelled event comes back by a REQUEST of a later version, and by nothing else. */
export const notCancelled: Rule = {
  id: "not-cancelled",
  family: "freshness",
  severity: "error",
  clause: "RFC 5546 §3.2.5",
  methods: "*",
  placeholders: ["sequence", "knownSequence"],
  check: situated(({ main: { sequence }, situation: { standing } }) => {
    const cancel = standing.cancelledBy;
    return cancel === null
      ? []
      : [{ data: { sequence, knownSequence: cancel.sequence, messageId: cancel.source } }];
  }),
};

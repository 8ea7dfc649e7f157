import type { Rule } from "../rule.ts";

/** A cancelled event comes back by a REQUEST of a later version, and by nothing else. */
export const notCancelled: Rule = {
  id: "not-cancelled",
  family: "freshness",
  severity: "error",
  clause: "RFC 5546 §3.2.5",
  methods: "*",
  placeholders: ["sequence", "knownSequence"],
  check({ invitation, situation }) {
    const cancel = situation?.standing.cancelledBy ?? null;
    const sequence = invitation?.main?.sequence ?? 0;
    return cancel === null
      ? []
      : [{ data: { sequence, knownSequence: cancel.sequence, messageId: cancel.source } }];
  },
};

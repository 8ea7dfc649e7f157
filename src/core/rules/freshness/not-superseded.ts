import type { Rule } from "../rule.ts";

export const notSuperseded: Rule = {
  id: "not-superseded",
  family: "freshness",
  severity: "warning",
  clause: "RFC 5546 §2.1.5",
  methods: "*",
  placeholders: ["method", "knownSequence"],
  check({ situation }) {
    const standing = situation?.standing;
    const newer = standing?.against ?? null;
    if (standing?.state !== "stale" || newer === null || newer.source === "") {
      return [];
    }
    return [
      { data: { method: newer.method, knownSequence: newer.sequence, messageId: newer.source } },
    ];
  },
};

import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const notSuperseded: Rule = {
  id: "not-superseded",
  family: "freshness",
  severity: "warning",
  clause: "RFC 5546 §2.1.5",
  methods: "*",
  placeholders: ["method", "knownSequence"],
  check: situated(({ situation: { standing } }) => {
    const { state, against } = standing;
    // What the calendar alone knows is no message that could be opened.
    if (state !== "stale" || against === null || against.source === "") {
      return [];
    }
    const { method, sequence, source } = against;
    return [{ data: { method, knownSequence: sequence, messageId: source } }];
  }),
};

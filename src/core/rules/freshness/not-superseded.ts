import { newestHeld } from "../../itip/newest-held.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const notSuperseded: Rule = {
  id: "not-superseded",
  family: "freshness",
  severity: "warning",
  clause: "RFC 5546 §2.1.5",
  methods: "*",
  placeholders: ["method", "knownSequence"],
  check: situated(({ invitation, main, situation: { standing } }) => {
    const newer = newestHeld(standing, { ...main, method: invitation.method ?? "" });
    if (newer === null) {
      return [];
    }
    const { method, sequence, source } = newer;
    return [{ data: { method, knownSequence: sequence, messageId: source } }];
  }),
};

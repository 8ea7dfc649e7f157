import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const eventKnown: Rule = {
  id: "event-known",
  family: "freshness",
  severity: "notice",
  clause: "RFC 5546 §2.1.5",
  methods: ["ADD", "CANCEL", "REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER"],
  placeholders: ["method"],
  check: situated(({ invitation, situation: { standing } }) =>
    standing.state === "unknown-event" ? [{ data: { method: invitation.method } }] : [],
  ),
};

import { newestRequest } from "../../itip/line.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** An answer to a version that was rescheduled since says nothing about the new time. */
export const replyToCurrentVersion: Rule = {
  id: "reply-to-current-version",
  family: "people",
  severity: "warning",
  clause: "RFC 5546 §2.1.5",
  methods: ["REPLY", "COUNTER"],
  placeholders: ["answered", "current"],
  check: situated(({ main, situation: { standing } }) => {
    const event =
      standing.state === "unknown-event"
        ? null
        : newestRequest(standing.known.line, standing.recurrenceId);
    return event !== null && main.sequence < event.sequence
      ? [{ data: { answered: main.sequence, current: event.sequence } }]
      : [];
  }),
};

import { SERIES } from "../../itip/fact.ts";
import { newestAt } from "../../itip/series.ts";
import type { Rule } from "../rule.ts";

/** An answer to a version that was rescheduled since says nothing about the new time. */
export const replyToCurrentVersion: Rule = {
  id: "reply-to-current-version",
  family: "people",
  severity: "warning",
  clause: "RFC 5546 §2.1.5",
  methods: ["REPLY", "COUNTER"],
  placeholders: ["answered", "current"],
  check({ invitation, situation }) {
    const main = invitation?.main ?? null;
    if (main === null || situation === null || situation.standing.state === "unknown-event") {
      return [];
    }
    const { known, recurrenceId } = situation.standing;
    const requests = known.line.filter(({ method }) => method !== "CANCEL");
    const event = newestAt(requests, recurrenceId) ?? newestAt(requests, SERIES);
    return event !== null && main.sequence < event.sequence
      ? [{ data: { answered: main.sequence, current: event.sequence } }]
      : [];
  },
};

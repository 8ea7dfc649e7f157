import { writtenAddress } from "../../itip/calendar-user.ts";
import { SERIES } from "../../itip/fact.ts";
import { newestAt } from "../../itip/series.ts";
import { replier } from "../../people/sender.ts";
import type { Rule } from "../rule.ts";

/** Party crashers: who was not invited may answer, but the organizer decides (RFC 5546 §3.2.3). */
export const replierInvited: Rule = {
  id: "replier-invited",
  family: "people",
  severity: "warning",
  clause: "RFC 5546 §3.2.3",
  methods: ["REPLY", "COUNTER"],
  placeholders: ["attendee"],
  check({ invitation, situation }) {
    if (invitation === null || situation === null) {
      return [];
    }
    const { standing, sender } = situation;
    const author = replier(invitation, sender.address);
    const requests = standing.known.line.filter(({ method }) => method !== "CANCEL");
    const event = newestAt(requests, standing.recurrenceId) ?? newestAt(requests, SERIES);
    if (author === null || event === null || standing.state === "unknown-event") {
      return [];
    }
    const invited = new Set(event.attendees);
    const names = [writtenAddress(author), ...author.delegatedFrom];
    return names.some((name) => invited.has(name.toLowerCase()))
      ? []
      : [{ data: { attendee: writtenAddress(author) } }];
  },
};

import { writtenAddress } from "../../itip/calendar-user.ts";
import { newestRequest } from "../../itip/line.ts";
import { isUntold } from "../../itip/snapshot.ts";
import { replier } from "../../people/sender.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** Party crashers: who was not invited may answer, but the organizer decides (RFC 5546 §3.2.3). */
export const replierInvited: Rule = {
  id: "replier-invited",
  family: "people",
  severity: "warning",
  clause: "RFC 5546 §3.2.3",
  methods: ["REPLY", "COUNTER"],
  placeholders: ["attendee"],
  check: situated(({ invitation, situation: { standing, sender } }) => {
    const author = replier(invitation, sender.address);
    const event = newestRequest(standing.known.line, standing.recurrenceId);
    if (author === null || event === null || standing.state === "unknown-event") {
      return [];
    }
    if (isUntold(event.snapshot)) {
      return [];
    }
    const invited = new Set(event.attendees);
    const names = [writtenAddress(author), ...author.delegatedFrom];
    return names.some((name) => invited.has(name.toLowerCase()))
      ? []
      : [{ data: { attendee: writtenAddress(author) } }];
  }),
};

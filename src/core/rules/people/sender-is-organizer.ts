import { writtenAddress } from "../../itip/calendar-user.ts";
import { isEventKnown } from "../../itip/line.ts";
import type { Sender } from "../../people/sender.ts";
import type { Situation } from "../context.ts";
import type { Rule, Severity } from "../rule.ts";

export const senderIsOrganizer: Rule = {
  id: "sender-is-organizer",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §3",
  methods: ["PUBLISH", "REQUEST", "ADD", "CANCEL", "DECLINECOUNTER"],
  placeholders: ["sender", "organizer"],
  check({ invitation, situation }) {
    if (invitation === null || situation === null || situation.sender.address === null) {
      return [];
    }
    const organizer = invitation.main?.organizer ?? null;
    const severity = gradeOf(situation);
    const { sender } = situation;
    const data = {
      sender: sender.address,
      organizer:
        organizer === null ? situation.standing.known.organizer : writtenAddress(organizer),
      relation: sender.relation,
    };
    return severity === null ? [] : [{ severity, wording: wordingOf(sender), data }];
  },
};

/**
 * Somebody who may pass a message on is believed for an event that is not known yet; who changes
 * a known one must have been heard before.
 */
function gradeOf({ sender, standing, authentication }: Situation): Severity | null {
  switch (sender.relation) {
    case "self":
    case "sent-by":
    case "service":
      return authentication === "fail" ? "warning" : null;
    case "reply-to":
    case "attendee":
    case "forward":
    case "list": {
      const { known } = standing;
      const isHeard = known.trustedSenders.has(sender.address?.toLowerCase() ?? "");
      return isEventKnown(known) && !isHeard ? "warning" : "notice";
    }
    case "stranger":
      return "warning";
    case "none":
      return null;
  }
}

function wordingOf({ relation }: Sender): string {
  switch (relation) {
    case "self":
    case "sent-by":
    case "service":
      return "unauthenticated";
    case "reply-to":
      return "reply_to";
    case "attendee":
    case "forward":
    case "list":
      return relation;
    case "stranger":
    case "none":
      return "stranger";
  }
}

import type { State } from "../../itip/state.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const attendeeIsYou: Rule = {
  id: "attendee-is-you",
  family: "people",
  severity: "warning",
  clause: "RFC 5546 §3.2.2",
  methods: ["REQUEST", "ADD", "CANCEL", "DECLINECOUNTER"],
  placeholders: ["addresses"],
  check: situated(({ invitation, situation: { me, addresses, standing } }) => {
    const data = { addresses: addresses.identities.join(", ") };
    if (addresses.identities.length === 0) {
      return [];
    }
    if (me.matchedBy === "recipient") {
      return [{ severity: "notice", wording: "list", data }];
    }
    // A CANCEL that takes out others rightly leaves the user away (RFC 5546 §3.2.5).
    const isForOthers = invitation.method === "CANCEL" && PASSING.includes(standing.state);
    return me.role === "bystander" && !isForOthers ? [{ data }] : [];
  }),
};

/** States in which a CANCEL changes nothing for the user. */
const PASSING: readonly State[] = ["minor-update", "duplicate", "stale"];

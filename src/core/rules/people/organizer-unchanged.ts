import { writtenAddress } from "../../itip/calendar-user.ts";
import type { Rule } from "../rule.ts";

export const organizerUnchanged: Rule = {
  id: "organizer-unchanged",
  family: "people",
  severity: "error",
  clause: "RFC 5546 §2.1.4",
  methods: ["PUBLISH", "REQUEST", "ADD", "CANCEL", "DECLINECOUNTER"],
  placeholders: ["organizer", "known"],
  check({ invitation, situation }) {
    const organizer = invitation?.main?.organizer ?? null;
    const known = situation?.standing.known.otherOrganizers ?? [];
    return organizer === null || known.length === 0
      ? []
      : [{ data: { organizer: writtenAddress(organizer), known: known.join(", ") } }];
  },
};

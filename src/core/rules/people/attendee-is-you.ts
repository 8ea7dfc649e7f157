import type { Rule } from "../rule.ts";

export const attendeeIsYou: Rule = {
  id: "attendee-is-you",
  family: "people",
  severity: "warning",
  clause: "RFC 5546 §3.2.2",
  methods: ["REQUEST", "ADD", "CANCEL", "DECLINECOUNTER"],
  placeholders: ["addresses"],
  check({ invitation, situation }) {
    if (situation === null || situation.addresses.identities.length === 0) {
      return [];
    }
    const { me, addresses, standing } = situation;
    const data = { addresses: addresses.identities.join(", ") };
    if (me.matchedBy === "recipient") {
      return [{ severity: "notice", wording: "list", data }];
    }
    // A CANCEL that takes out others rightly leaves the user away (RFC 5546 §3.2.5).
    const isForOthers = invitation?.method === "CANCEL" && standing.state === "minor-update";
    return me.role === "bystander" && !isForOthers ? [{ data }] : [];
  },
};

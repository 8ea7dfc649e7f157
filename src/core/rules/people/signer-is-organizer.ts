import { isUser, replier } from "../../people/sender.ts";
import { ATTENDEE_METHODS } from "../../itip/methods.ts";
import type { Rule } from "../rule.ts";

/** S/MIME is the only proof of origin that iMIP itself knows. */
export const signerIsOrganizer: Rule = {
  id: "signer-is-organizer",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §2.2.2",
  methods: "*",
  placeholders: ["signer"],
  check({ invitation, situation }) {
    const signature = situation?.signature ?? { kind: "unseen" };
    if (invitation === null || signature.kind !== "signed") {
      return [];
    }
    const author = ATTENDEE_METHODS.includes(invitation.method ?? "")
      ? replier(invitation, situation?.sender.address ?? null)
      : (invitation.main?.organizer ?? null);
    return author !== null && isUser(author, signature.address)
      ? []
      : [{ data: { signer: signature.address } }];
  },
};

import { isUser, replier } from "../../people/sender.ts";
import { ATTENDEE_METHODS } from "../../itip/methods.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** S/MIME is the only proof of origin that iMIP itself knows. */
export const signerIsOrganizer: Rule = {
  id: "signer-is-organizer",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §2.2.2",
  methods: "*",
  placeholders: ["signer"],
  check: situated(({ invitation, main, situation: { signature, sender } }) => {
    if (signature.kind !== "signed") {
      return [];
    }
    const isAnswer = invitation.method !== null && ATTENDEE_METHODS.includes(invitation.method);
    const author = isAnswer ? replier(invitation, sender.address) : main.organizer;
    const { addresses } = signature;
    return author !== null && addresses.some((address) => isUser(author, address))
      ? []
      : [{ data: { signer: addresses.join(", ") } }];
  }),
};

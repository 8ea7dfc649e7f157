import { answerAddress } from "../../itip/calendar-user.ts";
import { sameAddress } from "../../mail/address.ts";
import type { Rule } from "../rule.ts";

/** An answer tells the organizer that the address is read: he should be who wrote (A13, A14). */
export const answerGoesToSender: Rule = {
  id: "answer-goes-to-sender",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §3",
  methods: ["REQUEST", "ADD"],
  placeholders: ["recipient", "sender"],
  check({ mail, invitation, situation }) {
    const recipient = answerAddress(invitation?.main?.organizer ?? null);
    if (mail === null || situation === null || recipient === null) {
      return [];
    }
    const { sender } = situation;
    const speaksFor = sender.relation === "sent-by" || sender.relation === "service";
    const { from, replyTo } = mail.envelope;
    const isSender = [...from, ...replyTo].some(({ address }) => sameAddress(address, recipient));
    return isSender || speaksFor || situation.me.role === "organizer"
      ? []
      : [{ data: { recipient, sender: sender.address ?? "" } }];
  },
};

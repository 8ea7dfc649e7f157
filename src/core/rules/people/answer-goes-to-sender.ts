import { answerAddress } from "../../itip/calendar-user.ts";
import { sameAddress } from "../../mail/address.ts";
import type { SenderRelation } from "../../people/sender.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** An answer tells the organizer that the address is read: he should be who wrote (A13, A14). */
export const answerGoesToSender: Rule = {
  id: "answer-goes-to-sender",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §3",
  methods: ["REQUEST", "ADD"],
  placeholders: ["recipient", "sender"],
  check: situated(({ mail, main, situation: { sender, me } }) => {
    const recipient = answerAddress(main.organizer);
    if (mail === null || recipient === null || me.role === "organizer") {
      return [];
    }
    const { from, replyTo } = mail.envelope;
    const isSender = [...from, ...replyTo].some(({ address }) => sameAddress(address, recipient));
    return isSender || SPOKESMEN.includes(sender.relation)
      ? []
      : [{ data: { recipient, sender: sender.address } }];
  }),
};

/** Who openly writes for the organizer. */
const SPOKESMEN: readonly SenderRelation[] = ["sent-by", "service"];

import { writtenAddress } from "../../itip/calendar-user.ts";
import { replier } from "../../people/sender.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const senderIsAttendee: Rule = {
  id: "sender-is-attendee",
  family: "people",
  severity: "warning",
  clause: "RFC 5546 §3.2.3",
  methods: ["REPLY", "COUNTER", "REFRESH"],
  placeholders: ["sender", "attendee"],
  check: situated(({ invitation, situation: { sender } }) => {
    const author = replier(invitation, sender.address);
    return author === null || sender.relation !== "stranger"
      ? []
      : [{ data: { sender: sender.address, attendee: writtenAddress(author) } }];
  }),
};

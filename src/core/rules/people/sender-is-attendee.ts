import { writtenAddress } from "../../itip/calendar-user.ts";
import { replier } from "../../people/sender.ts";
import type { Rule } from "../rule.ts";

export const senderIsAttendee: Rule = {
  id: "sender-is-attendee",
  family: "people",
  severity: "warning",
  clause: "RFC 5546 §3.2.3",
  methods: ["REPLY", "COUNTER", "REFRESH"],
  placeholders: ["sender", "attendee"],
  check({ invitation, situation }) {
    const sender = situation?.sender ?? null;
    if (invitation === null || sender?.relation !== "stranger") {
      return [];
    }
    const author = replier(invitation, sender.address);
    const attendee = author === null ? "" : writtenAddress(author);
    return [{ data: { sender: sender.address, attendee } }];
  },
};

import { answerAddress, writtenAddress } from "../../itip/calendar-user.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const organizerAddressable: Rule = {
  id: "organizer-addressable",
  family: "people",
  severity: "error",
  clause: "RFC 6047 §2.3",
  methods: ["REQUEST", "ADD"],
  placeholders: ["organizer"],
  check: situated(({ main: { organizer } }) =>
    organizer === null || answerAddress(organizer) !== null
      ? []
      : [{ data: { organizer: writtenAddress(organizer) } }],
  ),
};

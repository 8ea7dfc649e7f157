import { writtenAddress } from "../../itip/calendar-user.ts";
import { ORGANIZER_METHODS } from "../../itip/methods.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const organizerUnchanged: Rule = {
  id: "organizer-unchanged",
  family: "people",
  severity: "error",
  clause: "RFC 5546 §2.1.4",
  methods: ORGANIZER_METHODS,
  placeholders: ["organizer", "known"],
  check: situated(({ main: { organizer }, situation: { standing } }) => {
    const known = standing.known.otherOrganizers;
    return organizer === null || known.length === 0
      ? []
      : [{ data: { organizer: writtenAddress(organizer), known: known.join(", ") } }];
  }),
};

import { ORGANIZER_METHODS } from "../../itip/methods.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const notYourOwn: Rule = {
  id: "not-your-own",
  family: "people",
  severity: "notice",
  clause: "RFC 5546 §2.1.4",
  methods: ORGANIZER_METHODS,
  placeholders: ["organizer"],
  check: situated(({ situation: { me } }) =>
    me.role === "organizer" ? [{ data: { organizer: me.address } }] : [],
  ),
};

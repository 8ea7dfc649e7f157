import type { Rule } from "../rule.ts";

export const notYourOwn: Rule = {
  id: "not-your-own",
  family: "people",
  severity: "notice",
  clause: "RFC 5546 §2.1.4",
  methods: ["PUBLISH", "REQUEST", "ADD", "CANCEL", "DECLINECOUNTER"],
  placeholders: ["organizer"],
  check({ situation }) {
    return situation?.me.role === "organizer"
      ? [{ data: { organizer: situation.me.address } }]
      : [];
  },
};

import type { Rule } from "../rule.ts";

export const authenticationPassed: Rule = {
  id: "authentication-passed",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §3",
  methods: "*",
  placeholders: ["sender"],
  check({ situation }) {
    return situation?.authentication === "fail"
      ? [{ data: { sender: situation.sender.address ?? "" } }]
      : [];
  },
};

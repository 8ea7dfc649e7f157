import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const authenticationPassed: Rule = {
  id: "authentication-passed",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §3",
  methods: "*",
  placeholders: ["sender"],
  check: situated(({ situation: { authentication, sender } }) =>
    authentication === "fail" ? [{ data: { sender: sender.address } }] : [],
  ),
};

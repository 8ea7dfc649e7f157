import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** The parts say that the message is signed, and Thunderbird found no signature that holds. */
export const signatureExpected: Rule = {
  id: "signature-expected",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §2.2.2",
  methods: "*",
  placeholders: [],
  check: situated(({ situation: { signature } }) => (signature.kind === "invalid" ? [{}] : [])),
};

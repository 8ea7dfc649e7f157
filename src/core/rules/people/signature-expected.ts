import type { Rule } from "../rule.ts";

/** The parts say that the message is signed, and Thunderbird found no signature that holds. */
export const signatureExpected: Rule = {
  id: "signature-expected",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §2.2.2",
  methods: "*",
  placeholders: [],
  check({ invitation, situation }) {
    const source = invitation?.acting.object.source;
    const isSigned = source?.ancestors.some(({ mediaType }) => mediaType === "multipart/signed");
    return isSigned === true && situation?.signature.kind === "none" ? [{}] : [];
  },
};

import { signatureExpected } from "../../../../src/core/rules/people/signature-expected.ts";
import { BOSS, testRule } from "../rule-tester.ts";

testRule(signatureExpected, {
  valid: [
    { name: "nothing says that it is signed" },
    { name: "nobody here can look at the signature", signature: { kind: "unchecked" } },
    { name: "the signature holds", signature: { kind: "signed", addresses: [BOSS] } },
  ],
  invalid: [{ name: "no signature holds", signature: { kind: "invalid" }, reports: [{}] }],
});

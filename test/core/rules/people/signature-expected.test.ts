import { signatureExpected } from "../../../../src/core/rules/people/signature-expected.ts";
import { testRule } from "../rule-tester.ts";

const SIGNED = ['Content-Type: multipart/signed; boundary="b"'];

testRule(signatureExpected, {
  valid: [
    { name: "nothing says that it is signed", circumstances: { signature: { kind: "none" } } },
    { name: "nobody here can see signatures", fields: SIGNED },
    {
      name: "the signature holds",
      fields: SIGNED,
      circumstances: { signature: { kind: "signed", address: "boss@example.com" } },
    },
  ],
  invalid: [
    {
      name: "no signature holds",
      fields: SIGNED,
      circumstances: { signature: { kind: "none" } },
      reports: [{}],
    },
  ],
});

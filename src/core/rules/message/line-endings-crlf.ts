import type { Mail } from "../../mail/mail.ts";
import { actingPart, placeIn, problemOf, type ActingPart } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

/**
 * Lines that end in LF or CR alone. Where the whole message is kept like that, a mail store wrote
 * its own line ends, and only a base64 body still shows the sender's.
 */
export const lineEndingsCrlf: Rule = {
  id: "line-endings-crlf",
  family: "message",
  severity: "notice",
  clause: "RFC 5545 §3.1",
  methods: "*",
  placeholders: ["count", "line"],
  check(context) {
    const acting = actingPart(context);
    const problem = acting && problemOf(acting.object, "line-ending");
    return problem && showsSendersLines(acting)
      ? [{ data: { count: problem.count, ...placeIn(acting.object, problem) } }]
      : [];
  },
};

function showsSendersLines({ mail, part }: ActingPart): boolean {
  return part.transferEncoding === "base64" || endsFirstLineInCrlf(mail);
}

function endsFirstLineInCrlf({ bytes }: Mail): boolean {
  const first = bytes.findIndex((octet) => octet === LF || octet === CR);
  return bytes[first] === CR && bytes[first + 1] === LF;
}

const LF = 0x0a;
const CR = 0x0d;

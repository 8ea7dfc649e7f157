import { firstOctetBeyondAscii } from "../../mail/octets.ts";
import { actingPart, placeIn } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

/** Encodings whose body may hold octets beyond ASCII (RFC 2045 §6.2). */
const EIGHT_BIT: ReadonlySet<string> = new Set(["8bit", "binary"]);

/** Octets beyond ASCII in a body that promises to have none: relays may change them. */
export const transferEncodingDeclared: Rule = {
  id: "transfer-encoding-declared",
  family: "message",
  severity: "warning",
  clause: "RFC 6047 §2.5",
  methods: "*",
  placeholders: ["encoding"],
  check(context) {
    const acting = actingPart(context);
    if (!acting?.object.hasNonAscii) {
      return [];
    }
    const { object, source, part } = acting;
    const { encoded, transferProblem } = source;
    const encoding = part.transferEncoding;
    const isPromised = !EIGHT_BIT.has(encoding ?? "7bit");
    const isKnown = transferProblem?.kind !== "unknown-encoding";
    return isPromised && isKnown && encoded.some((octet) => octet >= 0x80)
      ? [{ data: { encoding, ...placeIn(object, firstOctetBeyondAscii(encoded)) } }]
      : [];
  },
};

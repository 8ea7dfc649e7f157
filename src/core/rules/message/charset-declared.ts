import { firstOctetBeyondAscii } from "../../mail/octets.ts";
import { actingPart, placeIn, type ActingPart } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

/** Text in a MIME part is US-ASCII unless the part says otherwise (RFC 2046 §4.1.2). */
export const charsetDeclared: Rule = {
  id: "charset-declared",
  family: "message",
  severity: "notice",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: ["charset"],
  check(context) {
    const acting = actingPart(context);
    if (!acting || !mustDeclare(acting)) {
      return [];
    }
    const { object, source } = acting;
    const position = firstOctetBeyondAscii(source.octets);
    return [{ data: { charset: object.charset, ...placeIn(object, position) } }];
  },
};

/** A file attached under another type than text has no charset parameter. */
function mustDeclare({ object, source, part }: ActingPart): boolean {
  const isText = part.mediaType.startsWith("text/");
  return isText && object.hasNonAscii && source.declaredCharset === null;
}

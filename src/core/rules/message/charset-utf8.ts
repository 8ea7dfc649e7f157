import { isUnknownCharset } from "../../calendar/charset.ts";
import { firstOctetBeyondAscii } from "../../mail/octets.ts";
import { actingPart, placeIn, problemOf } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

export const charsetUtf8: Rule = {
  id: "charset-utf8",
  family: "message",
  severity: "warning",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: ["charset"],
  check(context) {
    const object = actingPart(context)?.object;
    // A charset that the octets contradict is encoding-valid's matter.
    if (!object?.hasNonAscii || problemOf(object, "invalid-octets")) {
      return [];
    }
    const { declaredCharset: declared } = object.source;
    const charset = isUnknownCharset(declared) ? declared : object.charset;
    const position = firstOctetBeyondAscii(object.source.octets);
    return charset === "utf-8" ? [] : [{ data: { charset, ...placeIn(object, position) } }];
  },
};

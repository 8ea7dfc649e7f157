import { actingPart, placeIn, problemOf, type ActingPart } from "../acting-part.ts";
import type { Report, Rule } from "../rule.ts";

/**
 * The octets do not decode as Content-Transfer-Encoding and charset declare; line and offset of a
 * transfer problem count in the encoded body. An encoding of an unknown name around a calendar that
 * reads well as it stands was no encoding: a warning.
 */
export const encodingValid: Rule = {
  id: "encoding-valid",
  family: "message",
  severity: "error",
  clause: "RFC 2045 §6",
  methods: "*",
  placeholders: ["encoding", "line"],
  check(context) {
    const acting = actingPart(context);
    return acting ? [...transferReports(acting), ...charsetReports(acting)] : [];
  },
};

function transferReports({ object, source, part }: ActingPart): readonly Report[] {
  const { transferProblem } = source;
  if (!transferProblem) {
    return [];
  }
  const { kind } = transferProblem;
  const isHarmless = kind === "unknown-encoding" && object.calendars.length > 0;
  const data = { encoding: part.transferEncoding, ...placeIn(object, transferProblem) };
  return [{ wording: kind, data, ...(isHarmless ? { severity: "warning" } : {}) }];
}

function charsetReports({ object }: ActingPart): readonly Report[] {
  const problem = problemOf(object, "invalid-octets");
  return problem
    ? [{ wording: "charset", data: { encoding: problem.detail, ...placeIn(object, problem) } }]
    : [];
}

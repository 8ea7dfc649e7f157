import type { CalendarObject, ScanProblemKind } from "../../calendar/object.ts";
import { actingPart, placeIn, problemOf } from "../acting-part.ts";
import type { Report, Rule } from "../rule.ts";

/** Lines of more than 75 octets, and folds that cut a character in two. */
export const linesFolded: Rule = {
  id: "lines-folded",
  family: "message",
  severity: "notice",
  clause: "RFC 5545 §3.1",
  methods: "*",
  placeholders: ["count", "line"],
  check(context) {
    const object = actingPart(context)?.object;
    return object
      ? [
          ...reports(object, "line-too-long", "long"),
          ...reports(object, "fold-inside-character", "character"),
        ]
      : [];
  },
};

function reports(
  object: CalendarObject,
  kind: ScanProblemKind,
  wording: string,
): readonly Report[] {
  const problem = problemOf(object, kind);
  return problem ? [{ wording, data: { count: problem.count, ...placeIn(object, problem) } }] : [];
}

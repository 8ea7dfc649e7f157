import * as limits from "../../limits.ts";
import { MAX_INVITATIONS } from "../../limits.ts";
import type { PassedLimit } from "../../mail/mail.ts";
import { numberOf, placeIn } from "../acting-part.ts";
import type { RuleContext } from "../context.ts";
import type { FindingData, Rule } from "../rule.ts";

/** What lies beyond a limit was not read, and may say something else than what is shown. */
export const sizeWithinLimits: Rule = {
  id: "size-within-limits",
  family: "message",
  severity: "error",
  clause: "RFC 5546 §6.1.5",
  methods: "*",
  placeholders: ["limit", "allowed", "found"],
  check(context) {
    // Limits of a container stand with each part within: each is said once.
    const passed = new Map<string, FindingData>();
    for (const data of [...passedByMessage(context), ...passedByObjects(context)]) {
      const limit = String(data["limit"]);
      passed.set(limit, passed.get(limit) ?? data);
    }
    return [...passed].map(([limit, data]) => {
      const wording = WORDINGS.get(limit);
      return wording === undefined ? { data } : { wording, data };
    });
  },
};

/** Limits that a person can understand; the others concern the inside of a calendar. */
const WORDINGS: ReadonlyMap<string, string> = new Map([
  ["MAX_MESSAGE_BYTES", "message"],
  ["MAX_HEADER_BYTES", "header"],
  ["MAX_ADDRESS_FIELD_BYTES", "header"],
  ["MAX_PARTS", "parts"],
  ["MAX_PART_NESTING", "nesting"],
  ["MAX_CALENDAR_PARTS", "calendars"],
  ["MAX_CALENDAR_PART_BYTES", "calendar"],
  ["MAX_CALENDAR_BYTES", "together"],
  ["MAX_INVITATIONS", "invitations"],
]);

const ALLOWED: ReadonlyMap<string, number> = new Map(Object.entries(limits));

const NOWHERE = { part: null, line: null, offset: null };

function passedByMessage({
  mail,
  parts,
  invitationCount: found,
}: RuleContext): readonly FindingData[] {
  const data = ({ limit, allowed, found }: PassedLimit): FindingData => ({ limit, allowed, found });
  return [
    ...(mail?.passedLimits ?? []).map((passed) => ({ ...data(passed), ...NOWHERE })),
    ...(found > MAX_INVITATIONS
      ? [{ limit: "MAX_INVITATIONS", allowed: MAX_INVITATIONS, found, ...NOWHERE }]
      : []),
    ...parts.flatMap((part) =>
      part.passedLimits.map((passed) => ({ ...data(passed), ...NOWHERE, part: numberOf(part) })),
    ),
  ];
}

function passedByObjects({ objects }: RuleContext): readonly FindingData[] {
  return objects.flatMap((object) =>
    object.problems
      .filter(({ kind }) => kind === "limit")
      .map((problem) => ({
        limit: problem.detail,
        allowed: Number(ALLOWED.get(problem.detail)),
        found: null,
        ...placeIn(object, problem),
      })),
  );
}

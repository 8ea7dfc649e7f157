import { compareLine, type KnownVersion } from "../../itip/known-version.ts";
import { newestAt } from "../../itip/series.ts";
import type { Standing } from "../../itip/standing.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const notSuperseded: Rule = {
  id: "not-superseded",
  family: "freshness",
  severity: "warning",
  clause: "RFC 5546 §2.1.5",
  methods: "*",
  placeholders: ["method", "knownSequence"],
  check: situated(({ invitation, main, situation: { standing } }) => {
    const newer = newestHeld(standing, { ...main, method: invitation.method ?? "" });
    if (newer === null) {
      return [];
    }
    const { method, sequence, source } = newer;
    return [{ data: { method, knownSequence: sequence, messageId: source } }];
  }),
};

/** What the calendar alone knows is no message that could be opened, nor is what was deleted. */
function newestHeld({ state, against, known }: Standing, current: Current): KnownVersion | null {
  if (state !== "stale" || against === null) {
    return null;
  }
  const isHeld = ({ source }: KnownVersion): boolean => source !== "" && !known.gone.has(source);
  const newer = known.line.filter((version) => compareLine(version, current) > 0);
  return isHeld(against) ? against : newestAt(newer.filter(isHeld), against.recurrenceId);
}

type Current = Parameters<typeof compareLine>[1];

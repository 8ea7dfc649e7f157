import { printInstant } from "../../itip/time-key.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

export const sequenceNotOlder: Rule = {
  id: "sequence-not-older",
  family: "freshness",
  severity: "error",
  clause: "RFC 5546 §2.1.5",
  methods: "*",
  placeholders: ["sequence", "knownSequence", "dtstamp", "knownDtstamp"],
  check: situated(({ main, situation: { standing } }) => {
    const { state, against, cancelledBy } = standing;
    if (state !== "stale" || against === null || cancelledBy !== null) {
      return [];
    }
    const data = {
      sequence: main.sequence,
      knownSequence: against.sequence,
      dtstamp: printed(main.dtstamp),
      knownDtstamp: printed(against.dtstamp),
    };
    return [{ data, wording: data.sequence < data.knownSequence ? "sequence" : "dtstamp" }];
  }),
};

function printed(dtstamp: number | null): string {
  return dtstamp === null ? "" : printInstant(dtstamp);
}

import { printInstant } from "../../itip/time-key.ts";
import type { Rule } from "../rule.ts";

export const sequenceNotOlder: Rule = {
  id: "sequence-not-older",
  family: "freshness",
  severity: "error",
  clause: "RFC 5546 §2.1.5",
  methods: "*",
  placeholders: ["sequence", "knownSequence", "dtstamp", "knownDtstamp"],
  check({ invitation, situation }) {
    const main = invitation?.main ?? null;
    const standing = situation?.standing;
    if (main === null || standing?.state !== "stale" || standing.cancelledBy !== null) {
      return [];
    }
    const known = standing.against;
    const data = {
      sequence: main.sequence,
      knownSequence: known?.sequence ?? 0,
      dtstamp: printed(main.dtstamp),
      knownDtstamp: printed(known?.dtstamp ?? null),
    };
    return [{ data, wording: data.sequence < data.knownSequence ? "sequence" : "dtstamp" }];
  },
};

function printed(dtstamp: number | null): string {
  return dtstamp === null ? "" : printInstant(dtstamp);
}

import { isSignificant } from "../../itip/snapshot.ts";
import type { Rule } from "../rule.ts";

/** Who changes time, place or recurrence must raise SEQUENCE, or clients drop the update. */
export const sequenceIncremented: Rule = {
  id: "sequence-incremented",
  family: "freshness",
  severity: "warning",
  clause: "RFC 5546 §2.1.4",
  methods: ["REQUEST"],
  placeholders: ["sequence", "fields"],
  check({ invitation, situation }) {
    const main = invitation?.main ?? null;
    const standing = situation?.standing;
    if (main === null || standing === undefined || standing.against?.sequence !== main.sequence) {
      return [];
    }
    // The first change of an instance starts from its series' SEQUENCE (RFC 5546 §3.2.2.1).
    const fields = standing.changes.filter(isSignificant).map(({ field }) => field);
    const data = { sequence: main.sequence, fields: fields.join(", ") };
    if (fields.length === 0) {
      return [];
    }
    return [
      fields.every((field) => field === "location") ? { data, severity: "notice" } : { data },
    ];
  },
};

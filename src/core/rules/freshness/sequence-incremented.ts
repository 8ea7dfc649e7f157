import { isSignificant } from "../../itip/snapshot.ts";
import type { Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** Who changes time, place or recurrence must raise SEQUENCE, or clients drop the update. */
export const sequenceIncremented: Rule = {
  id: "sequence-incremented",
  family: "freshness",
  severity: "warning",
  clause: "RFC 5546 §2.1.4",
  methods: ["REQUEST"],
  placeholders: ["sequence", "fields"],
  check: situated(({ main: { sequence }, situation: { standing } }) => {
    const fields = standing.changes.filter(isSignificant).map(({ field }) => field);
    if (fields.length === 0 || standing.against?.sequence !== sequence) {
      return [];
    }
    const data = { sequence, fields: fields.join(", ") };
    const isPlaceAlone = fields.every((field) => field === "location");
    return [isPlaceAlone ? { data, severity: "notice" } : { data }];
  }),
};

import { isSignificant, type Change } from "../../itip/snapshot.ts";
import { entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";
import { situated, type SituatedContext } from "../situated.ts";

/** Who changes time, place or recurrence must raise SEQUENCE, or clients drop the update. */
export const sequenceIncremented: Rule = {
  id: "sequence-incremented",
  family: "freshness",
  severity: "warning",
  clause: "RFC 5546 §2.1.4",
  methods: ["REQUEST"],
  placeholders: ["sequence", "fields"],
  check: situated((context) => {
    const changed = changedWithoutSequence(context);
    const [first] = changed;
    if (first === undefined) {
      return [];
    }
    const fields = [...new Set(changed.map(({ field }) => field))];
    const data = { sequence: first.sequence, fields: fields.join(", ") };
    const isPlaceAlone = fields.every((field) => field === "location");
    return [isPlaceAlone ? { data, severity: "notice" } : { data }];
  }),
};

interface Unannounced extends Pick<Change, "field"> {
  readonly sequence: number;
}

/** Of the series (or the instance that the message is about), then of each of its overrides. */
function changedWithoutSequence(context: SituatedContext): readonly Unannounced[] {
  const { standing } = context.situation;
  const standings = [standing, ...standing.instances];
  return entriesOf(context).flatMap(({ sequence }, index) => {
    const known = standings[index];
    return known?.against?.sequence === sequence
      ? known.changes.filter(isSignificant).map(({ field }) => ({ sequence, field }))
      : [];
  });
}

import { dataAt, entriesOf, scheduledComponents } from "../entries.ts";
import { breachesOf, incompleteParts, surplusComponents, type Breach } from "../itip-breaches.ts";
import type { Rule } from "../rule.ts";

/**
 * The tables of RFC 5546 §3.1 to §3.4, but for what has a rule of its own (UID, DTSTAMP, DTSTART,
 * ORGANIZER, ATTENDEE). A warning where a breach changes what the message does: SEQUENCE missing in
 * a CANCEL or ADD, a series in an ADD, a STATUS that contradicts the method, several components
 * where one may stand. All else is a notice: ordinary senders leave out SUMMARY or keep VALARM.
 */
export const itipProperties: Rule = {
  id: "itip-properties",
  family: "object",
  severity: "warning",
  clause: "RFC 5546 §3",
  methods: ["PUBLISH", "REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER"],
  placeholders: ["properties", "method"],
  check(context) {
    const { method = null, acting } = context.invitation ?? {};
    if (method === null || !acting?.calendar) {
      return [];
    }
    const breaches = [
      ...entriesOf(context).flatMap(({ component }) => breachesOf(component, method)),
      ...surplusComponents(scheduledComponents(context), method),
      ...incompleteParts(acting.calendar),
    ];
    return groupsOf(breaches).map(({ first: { wording, severity, at }, names }) => ({
      wording,
      severity,
      data: dataAt(context, at, { properties: [...names], method }),
    }));
  },
};

interface Group {
  readonly first: Breach;
  readonly names: Set<string>;
}

/** All breaches of a kind make one report. */
function groupsOf(breaches: readonly Breach[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const breach of breaches) {
    const key = `${breach.wording} ${breach.severity}`;
    const group = groups.get(key) ?? { first: breach, names: new Set() };
    group.names.add(breach.name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

import type { Component, Property } from "../../calendar/object.ts";
import { printComponent } from "../../calendar/write-lines.ts";
import type { Entry, Invitation } from "../../itip/invitation.ts";
import type { RuleContext } from "../context.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Report, Rule } from "../rule.ts";

/**
 * Twice the same says nothing new: a warning. RRULE is a matter of recurrence-valid, ATTENDEE of
 * reply-has-one-attendee. An event or instance that is described twice can be read in two ways as
 * well (RFC 5546 §3.2.2); where nothing is asked for, a warning.
 */
export const propertiesSingle: Rule = {
  id: "properties-single",
  family: "object",
  severity: "error",
  clause: "RFC 5545 §3.6",
  methods: "*",
  placeholders: ["property", "count", "component"],
  check(context) {
    const calendar = context.invitation?.acting.calendar;
    const components = [
      ...(calendar ? [calendar] : []),
      ...entriesOf(context).map(({ component }) => component),
      ...(calendar?.components.filter(({ name }) => name === "VTIMEZONE") ?? []),
    ];
    const reported = new Set<string>();
    const twice = components
      .flatMap(repetitionsIn)
      .flatMap(({ component, properties }): Report[] => {
        const [first, second] = properties;
        const isNew = !reported.has(`${component.name} ${first.name}`);
        reported.add(`${component.name} ${first.name}`);
        const data = dataAt(context, second, {
          property: first.name,
          count: properties.length,
          component: component.name,
        });
        const isSame = properties.every((property) => isAlike(property, first));
        return isNew ? [isSame ? { wording: "same", severity: "warning", data } : { data }] : [];
      });
    return [...twice, ...describedTwice(context)];
  },
};

/** Where UID is missing uid-present speaks: they may be different events. */
function describedTwice(context: RuleContext): readonly Report[] {
  const { invitation } = context;
  const [second] = invitation?.acting.repetitions ?? [];
  if (invitation === null || second === undefined || invitation.uid === null) {
    return [];
  }
  const { entries, repetitions } = invitation.acting;
  const contents = new Set(entries.map(contentOf));
  const isSame = repetitions.every((entry) => contents.has(contentOf(entry)));
  const data = dataAt(context, second.component, {
    property: second.component.name,
    count: 1 + repetitions.length,
    component: "VCALENDAR",
  });
  const report = { wording: isSame ? "same" : "event", data };
  return [isSame || !isAsked(invitation) ? { ...report, severity: "warning" } : report];
}

/** Something depends on which of the descriptions is meant: an answer, or a known event. */
function isAsked({ method }: Invitation): boolean {
  return method !== null && method !== "PUBLISH";
}

function contentOf({ component }: Entry): string {
  return printComponent(component).join("\n");
}

const COMMON: readonly string[] = [
  "CLASS",
  "COLOR",
  "COMPLETED",
  "CREATED",
  "DESCRIPTION",
  "DTEND",
  "DTSTAMP",
  "DTSTART",
  "DUE",
  "DURATION",
  "GEO",
  "LAST-MODIFIED",
  "LOCATION",
  "ORGANIZER",
  "PERCENT-COMPLETE",
  "PRIORITY",
  "RECURRENCE-ID",
  "SEQUENCE",
  "STATUS",
  "SUMMARY",
  "TRANSP",
  "UID",
  "URL",
];

/** What may stand once: RFC 5545 §3.6 and its sections, RFC 7986 §4. */
const SINGLE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["VCALENDAR", new Set(["CALSCALE", "METHOD", "PRODID", "VERSION"])],
  ["VEVENT", new Set(COMMON)],
  ["VTODO", new Set(COMMON)],
  ["VJOURNAL", new Set(COMMON.filter((name) => name !== "DESCRIPTION"))],
  ["VFREEBUSY", new Set([...COMMON, "CONTACT"])],
  ["VTIMEZONE", new Set(["LAST-MODIFIED", "TZID", "TZURL"])],
]);

interface Repetition {
  readonly component: Component;
  readonly properties: readonly [Property, Property, ...Property[]];
}

function repetitionsIn(component: Component): Repetition[] {
  const single = SINGLE.get(component.name);
  const byName = new Map<string, Property[]>();
  for (const property of component.properties) {
    const known = byName.get(property.name);
    if (known !== undefined) {
      known.push(property);
    } else if (single?.has(property.name) === true) {
      byName.set(property.name, [property]);
    }
  }
  return [...byName.values()].flatMap(([first, second, ...others]) =>
    first && second ? [{ component, properties: [first, second, ...others] as const }] : [],
  );
}

function isAlike(a: Property, b: Property): boolean {
  return a.value === b.value && JSON.stringify(a.parameters) === JSON.stringify(b.parameters);
}

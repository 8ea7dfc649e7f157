import { parameter } from "../../calendar/component.ts";
import type { Component, Parameter, Property } from "../../calendar/object.ts";
import { isKnownParameterValue } from "../../calendar/parameter-values.ts";
import { isValidValue } from "../../calendar/property-values.ts";
import { parseWrittenTime } from "../../calendar/wall-time.ts";
import type { RuleContext } from "../context.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Report, Rule, Severity } from "../rule.ts";

/**
 * Whatever decides about when, how long or which version is an error; people and STATUS are a
 * warning, what no answer depends on a notice. So is a value of a parameter that RFC 5545 does not
 * know, and a time whose parameters contradict it.
 */
export const valuesValid: Rule = {
  id: "values-valid",
  family: "object",
  severity: "error",
  clause: "RFC 5545 §3.3",
  methods: "*",
  placeholders: ["property", "value"],
  check(context) {
    const flaws = new Map<string, Flaw>();
    for (const component of componentsOf(context)) {
      for (const flaw of component.properties.flatMap((each) => flawsOf(each, component.name))) {
        const key = `${flaw.wording} ${flaw.name}`;
        flaws.set(key, flaws.get(key) ?? flaw);
      }
    }
    return [...flaws.values()].slice(0, MOST_REPORTED).map((flaw) => reportOf(flaw, context));
  },
};

/** More than a reader takes in. */
const MOST_REPORTED = 20;

/** As much of a value as a sentence takes. */
const MAX_VALUE = 60;

interface Flaw {
  readonly wording: "value" | "parameter" | "type" | "utc" | "tzid";
  readonly name: string;
  readonly value: string;
  readonly severity: Severity;
  readonly property: Property;
}

const ESSENTIAL: ReadonlySet<string> = new Set([
  "DTSTAMP",
  "DTSTART",
  "DTEND",
  "DUE",
  "DURATION",
  "EXDATE",
  "RDATE",
  "RECURRENCE-ID",
]);

const IMPORTANT: ReadonlySet<string> = new Set(["ATTENDEE", "ORGANIZER", "STATUS"]);

/** Times that may be dates, and then say so by VALUE=DATE (RFC 5545 §3.2.20). */
const TIMES: ReadonlySet<string> = new Set(["DTSTART", "DTEND", "DUE", "RECURRENCE-ID"]);

function componentsOf(context: RuleContext): readonly Component[] {
  return entriesOf(context).flatMap(({ component }) => [component, ...component.components]);
}

function flawsOf(property: Property, component: string): readonly Flaw[] {
  const { name, value } = property;
  const flaws = property.parameters
    .filter((candidate) => !isKnownParameterValue(candidate, component))
    .map((candidate) => parameterFlaw(candidate, property));
  if (!isValidValue(property, component)) {
    flaws.push({
      wording: "value",
      name,
      value,
      severity: severityOf(property, component),
      property,
    });
  } else if (name === "DTSTAMP" && parseWrittenTime(value)?.isUtc !== true) {
    flaws.push({ wording: "utc", name, value, severity: "warning", property });
  } else if (TIMES.has(name)) {
    flaws.push(...contradictionsOf(property));
  }
  return flaws;
}

function severityOf({ name, value }: Property, component: string): Severity {
  // An empty list is what some programs write where they mean none.
  const isEmptyList = (name === "RDATE" || name === "EXDATE") && value.trim() === "";
  if (component === "VALARM" || isEmptyList) {
    return "notice";
  }
  return ESSENTIAL.has(name) ? "error" : IMPORTANT.has(name) ? "warning" : "notice";
}

function parameterFlaw({ name, values }: Parameter, property: Property): Flaw {
  return { wording: "parameter", name, value: values.join(","), severity: "notice", property };
}

function contradictionsOf(property: Property): readonly Flaw[] {
  const { name, value } = property;
  const written = parseWrittenTime(value);
  const type = parameter(property, "VALUE")?.toUpperCase() ?? "DATE-TIME";
  const flaw = { name, value, severity: "notice", property } as const;
  if (written !== null && written.isDate !== (type === "DATE")) {
    return [{ ...flaw, wording: "type" }];
  }
  return written?.isUtc === true && parameter(property, "TZID") !== null
    ? [{ ...flaw, wording: "tzid" }]
    : [];
}

function reportOf(
  { wording, name, value, severity, property }: Flaw,
  context: RuleContext,
): Report {
  const shown = value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
  return { wording, severity, data: dataAt(context, property, { property: name, value: shown }) };
}

import { propertiesNamed } from "../../calendar/component.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** The highest SEQUENCE an honest organizer reaches; beyond it real updates are pushed out (A08). */
const MAX_SEQUENCE = 2_000_000_000;

/** Exchange's own count takes SEQUENCE's place where that is 0 or missing. */
const COUNTS: readonly string[] = ["SEQUENCE", "X-MICROSOFT-CDO-APPT-SEQUENCE"];

export const sequencePlausible: Rule = {
  id: "sequence-plausible",
  family: "object",
  severity: "warning",
  clause: "RFC 5545 §3.8.7.4",
  methods: "*",
  placeholders: ["sequence"],
  check(context) {
    return entriesOf(context)
      .flatMap(({ component }) => COUNTS.flatMap((name) => propertiesNamed(component, name)))
      .filter(({ value }) => !isPlausible(value.trim()))
      .slice(0, 1)
      .map((property) => ({ data: dataAt(context, property, { sequence: property.value }) }));
  },
};

function isPlausible(value: string): boolean {
  return /^\+?\d+$/.test(value) && Number(value) <= MAX_SEQUENCE;
}

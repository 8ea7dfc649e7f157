import { propertiesNamed } from "../../calendar/component.ts";
import { entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** The highest SEQUENCE an honest organizer reaches; beyond it real updates are pushed out (A08). */
const MAX_SEQUENCE = 2_000_000_000;

export const sequencePlausible: Rule = {
  id: "sequence-plausible",
  family: "object",
  severity: "warning",
  clause: "RFC 5545 §3.8.7.4",
  methods: "*",
  placeholders: ["sequence"],
  check(context) {
    return entriesOf(context)
      .flatMap(({ component }) => propertiesNamed(component, "SEQUENCE"))
      .filter(({ value }) => !isPlausible(value.trim()))
      .slice(0, 1)
      .map(({ value, line, offset }) => ({ data: { sequence: value, line, offset } }));
  },
};

function isPlausible(value: string): boolean {
  return /^\+?\d+$/.test(value) && Number(value) <= MAX_SEQUENCE;
}

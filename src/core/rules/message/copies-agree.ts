import type { Component, Position, Property } from "../../calendar/object.ts";
import type { Copy, Entry } from "../../itip/invitation.ts";
import { timeKey } from "../../itip/time-key.ts";
import { numberOf, placeIn } from "../acting-part.ts";
import type { Report, Rule } from "../rule.ts";

/** One program shows this copy, another that one: they must say the same (A20). */
export const copiesAgree: Rule = {
  id: "copies-agree",
  family: "message",
  severity: "warning",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: ["part", "acting", "properties"],
  check({ invitation }) {
    const acting = invitation?.acting;
    return acting
      ? invitation.copies.filter((copy) => copy !== acting).flatMap((copy) => compare(acting, copy))
      : [];
  },
};

function compare(acting: Copy, copy: Copy): readonly Report[] {
  const expected = sayings(acting);
  const found = sayings(copy);
  const keys = [...new Set([...found.keys(), ...expected.keys()])].filter(
    (key) => found.get(key)?.text !== expected.get(key)?.text,
  );
  const [first] = keys;
  if (first === undefined) {
    return [];
  }
  const place = placeIn(copy.object, found.get(first)?.position ?? START);
  const properties = [...new Set(keys.map(nameIn))].sort();
  return [{ data: { ...place, acting: numberOf(acting.object.source), properties } }];
}

/** Of what the copy leaves out. */
const START: Position = { line: 1, offset: 0 };

/** All that a copy says of an instance under one name, in an order of its own. */
interface Saying {
  /** Where it first does. */
  readonly position: Position;
  readonly text: string;
}

/** Keys name the instance and the property. */
function sayings({ entries }: Copy): ReadonlyMap<string, Saying> {
  const said = new Map<string, Saying>();
  for (const entry of entries) {
    for (const { name, position, text } of statements(entry)) {
      const key = `${timeKey(entry.recurrenceId)} ${name}`;
      const before = said.get(key);
      said.set(key, before ? { ...before, text: `${before.text}\n${text}` } : { position, text });
    }
  }
  return said;
}

function nameIn(key: string): string {
  return key.slice(key.indexOf(" ") + 1);
}

interface Statement extends Saying {
  readonly name: string;
}

/** Compared as the key, or of no meaning: a copy may be written a second later. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "RECURRENCE-ID",
  "DTSTAMP",
  "CREATED",
  "LAST-MODIFIED",
]);

function statements(entry: Entry): readonly Statement[] {
  const { properties, components } = entry.component;
  return [
    ...properties
      .filter(({ name }) => !LEFT_OUT.has(name))
      .map((property) => ({ position: property, ...meaning(property, entry) })),
    ...components.map((inner) => ({ position: inner, name: inner.name, text: contentOf(inner) })),
  ].sort((one, other) => compareTexts(one.text, other.text));
}

/** Times say what they mean, however they are written. */
function meaning(property: Property, { start, end }: Entry): Omit<Statement, "position"> {
  switch (property.name) {
    case "DTSTART":
      return { name: "DTSTART", text: timeKey(start) };
    case "DTEND":
    case "DUE":
    case "DURATION":
      return { name: "DTEND", text: timeKey(end) };
    default:
      return { name: property.name, text: written(property) };
  }
}

function contentOf({ properties }: Component): string {
  return properties
    .map((property) => `${property.name}:${written(property)}`)
    .sort()
    .join("\n");
}

function written({ parameters, value }: Property): string {
  const sorted = parameters.map(({ name, values }) => `${name}=${values.join(",")}`).sort();
  return [...sorted, value.trim()].join(";");
}

function compareTexts(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

import type { Parameter, Property } from "./object.ts";

/** A property of our own; no part of a message holds it. */
export function newProperty(
  name: string,
  value: string,
  parameters: readonly Parameter[] = [],
): Property {
  return { name, parameters, value, line: 0, offset: 0 };
}

/** The property with these parameters in place of those of the same names. */
export function withParameters(property: Property, changed: readonly Parameter[]): Property {
  const names = changed.map(({ name }) => name);
  const kept = property.parameters.filter(({ name }) => !names.includes(name));
  return {
    ...property,
    parameters: [...kept, ...changed.filter(({ values }) => values.length > 0)],
  };
}

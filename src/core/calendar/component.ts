import type { Component, Property } from "./object.ts";

/** `name` in upper case. */
export function propertiesNamed(component: Component, name: string): readonly Property[] {
  return component.properties.filter((property) => property.name === name);
}

export function firstProperty(component: Component, name: string): Property | null {
  return component.properties.find((property) => property.name === name) ?? null;
}

export function componentsNamed(component: Component, name: string): readonly Component[] {
  return component.components.filter((child) => child.name === name);
}

/** The first value of a parameter, null where the parameter is missing. */
export function parameter(property: Property, name: string): string | null {
  return parameterValues(property, name)[0] ?? null;
}

/** All values of a parameter, none where the parameter is missing. */
export function parameterValues(property: Property, name: string): readonly string[] {
  return property.parameters.find((candidate) => candidate.name === name)?.values ?? [];
}

/** The value of a property of type TEXT, its escapes resolved (RFC 5545 §3.3.11). */
export function textValue(property: Property): string {
  return unescapeText(property.value);
}

/** A lenient reading: a backslash before any other character stays. */
export function unescapeText(value: string): string {
  return value.replace(/\\[nN\\,;]/g, (escape) =>
    escape === "\\n" || escape === "\\N" ? "\n" : escape.slice(1),
  );
}

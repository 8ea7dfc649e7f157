import type { Component, Property } from "./object.ts";

/** The component with these properties in place of all of the same names; the others keep their order. */
export function replaceProperties(
  component: Component,
  names: readonly string[],
  properties: readonly Property[],
): Component {
  const kept = component.properties.filter(({ name }) => !names.includes(name));
  return { ...component, properties: [...kept, ...properties] };
}

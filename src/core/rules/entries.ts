import { firstProperty } from "../calendar/component.ts";
import type { Component, Position } from "../calendar/object.ts";
import type { Entry } from "../itip/invitation.ts";
import { isSchedulingComponent } from "../itip/methods.ts";
import { placeIn } from "./acting-part.ts";
import type { RuleContext } from "./context.ts";
import type { FindingData, Report } from "./rule.ts";

/** The components that the invitation is about: the master (or the instance), then its overrides. */
export function entriesOf({ invitation }: RuleContext): readonly Entry[] {
  const main = invitation?.main ?? null;
  return invitation === null || main === null ? [] : [main, ...invitation.instances];
}

/** All VEVENTs, VTODOs … of the acting object, also those of other UIDs. */
export function scheduledComponents({ invitation }: RuleContext): readonly Component[] {
  const components = invitation?.acting.calendar?.components ?? [];
  return components.filter(({ name }) => isSchedulingComponent(name));
}

/** Where the first property of a name stands, else the component that lacks it. */
export function positionOf(component: Component, name: string): Position {
  return firstProperty(component, name) ?? component;
}

/** Data of a finding about something that stands in the acting object. */
export function dataAt(context: RuleContext, at: Position, data: FindingData = {}): FindingData {
  const object = context.invitation?.acting.object;
  return object === undefined ? data : { ...data, ...placeIn(object, at) };
}

/**
 * One report about the first of the components that lack something. That an override lacks what
 * the master has leaves no doubt about the event: a warning.
 */
export function reportLacking(
  context: RuleContext,
  lacks: (entry: Entry) => boolean,
): readonly Report[] {
  const { main } = context.invitation ?? {};
  const entry = entriesOf(context).find(lacks);
  if (entry === undefined) {
    return [];
  }
  const data = dataAt(context, entry.component, { component: entry.component.name });
  return [entry === main ? { data } : { data, severity: "warning" }];
}

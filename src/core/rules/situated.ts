import type { Entry, Invitation } from "../itip/invitation.ts";
import type { RuleContext, Situation } from "./context.ts";
import type { Report, Rule } from "./rule.ts";

/** What rules about people and freshness look at: a usable invitation, placed among both. */
export interface SituatedContext extends RuleContext {
  readonly invitation: Invitation;
  readonly situation: Situation;
  /** The invitation's master, or the instance that it is about. */
  readonly main: Entry;
}

/** Such a rule has nothing to say of a message as a whole, nor of an object without component. */
export function situated(check: (context: SituatedContext) => readonly Report[]): Rule["check"] {
  return (context) => {
    const { invitation, situation } = context;
    const main = invitation?.main ?? null;
    return invitation === null || situation === null || main === null
      ? []
      : check({ ...context, invitation, situation, main });
  };
}

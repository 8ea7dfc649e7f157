import { firstProperty } from "../calendar/component.ts";
import type { Role } from "../people/me.ts";
import type { Invitation } from "./invitation.ts";
import { ANSWERABLE_METHODS } from "./methods.ts";
import type { Standing } from "./standing.ts";
import type { State } from "./state.ts";

/** What a user may do with an invitation, in the order of the contract. */
export type Action =
  | "accept"
  | "tentative"
  | "decline"
  | "delegate"
  | "counter"
  | "refresh"
  | "record"
  | "apply"
  | "ignore";

/** Where the message lies, as far as that decides what may be done with it. */
export type Place = "ordinary" | "own" | "discarded" | "bounce";

export interface Offer {
  readonly invitation: Invitation;
  readonly role: Role;
  readonly standing: Standing;
  /** The worst that was found makes it unusable. */
  readonly isUnusable: boolean;
  readonly place: Place;
}

/** Components that an answer can be written for. */
const ANSWERABLE_COMPONENTS: readonly string[] = ["VEVENT", "VTODO"];

/** Contract: "Actions". */
export function actionsFor(offer: Offer): readonly Action[] {
  const { invitation, standing, place, isUnusable } = offer;
  if (place === "own" || place === "bounce") {
    return [];
  }
  if (place === "discarded" || isUnusable) {
    return ["ignore"];
  }
  if (standing.state === "unknown-event") {
    return asksOrganizer(invitation) ? ["ignore"] : ["refresh", "ignore"];
  }
  return BY_STATE.get(standing.state) ?? requestActions(offer);
}

/** States that alone decide; the others are a REQUEST's. */
const BY_STATE: ReadonlyMap<State, readonly Action[]> = new Map<State, readonly Action[]>([
  ["unusable", ["ignore"]],
  ["counter-declined", ["ignore"]],
  ["cancelled", ["apply", "ignore"]],
  ["removed", ["apply", "ignore"]],
  ["reply", ["apply", "ignore"]],
  ["counter", ["apply", "ignore"]],
  ["refresh", ["apply"]],
  ["published", ["record", "ignore"]],
]);

/** REPLY, COUNTER and REFRESH go to the organizer: there is nobody to ask for more. */
function asksOrganizer({ method }: Invitation): boolean {
  return method === "REPLY" || method === "COUNTER" || method === "REFRESH";
}

function requestActions(offer: Offer): readonly Action[] {
  const { invitation, role, standing } = offer;
  const method = invitation.method ?? "PUBLISH";
  const isAnswerable = ANSWERABLE_METHODS.includes(method);
  if (isAnswerable && role === "organizer") {
    return [];
  }
  if (method === "CANCEL" || standing.cancelledBy !== null) {
    return ["apply", "ignore"];
  }
  if (method === "PUBLISH") {
    return ["record", "ignore"];
  }
  return isAnswerable ? answers(invitation, role) : ["ignore"];
}

function answers(invitation: Invitation, role: Role): readonly Action[] {
  if (!ANSWERABLE_COMPONENTS.includes(invitation.component ?? "")) {
    return ["ignore"];
  }
  if (role === "bystander") {
    return ["accept", "tentative", "decline", "record", "ignore"];
  }
  const counter: readonly Action[] = allowsCounter(invitation) ? ["counter"] : [];
  return ["accept", "tentative", "decline", "delegate", ...counter, "refresh", "record", "ignore"];
}

/** MS-OXCICAL §2.1.3.1.1.20.16. */
function allowsCounter({ main }: Invitation): boolean {
  const flag = main && firstProperty(main.component, "X-MICROSOFT-DISALLOW-COUNTER");
  return flag?.value.trim().toUpperCase() !== "TRUE";
}

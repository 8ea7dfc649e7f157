import type { InspectedInvitation } from "../core/inspection.ts";
import type { ConfirmReason } from "./card.ts";

/** Why answering takes a second, informed click; empty where one click answers. */
export function confirmReasons(inspected: InspectedInvitation): readonly ConfirmReason[] {
  const { situation, findings, verdict } = inspected;
  const { standing, me } = situation;
  const isOver = findings.some(({ rule }) => rule === "event-upcoming");
  const isNotInvited = me.role === "bystander" || me.matchedBy === "recipient";
  const reasons: readonly (readonly [ConfirmReason, boolean])[] = [
    ["stale", standing.state === "stale"],
    ["danger", verdict === "danger" && standing.state !== "stale"],
    ["past", isOver],
    ["not-invited", isNotInvited],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** What sends nothing needs no second thought. */
export function needsConfirmation(action: string): boolean {
  return action !== "ignore" && action !== "record";
}

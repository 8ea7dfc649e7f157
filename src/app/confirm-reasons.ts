import type { InspectedInvitation } from "../core/inspection.ts";
import type { Action } from "../core/itip/actions.ts";
import { familyOf } from "../core/rules/catalogue.ts";
import type { Finding } from "../core/rules/rule.ts";
import { gradeOf } from "../core/verdict.ts";
import type { ConfirmReason } from "./card.ts";

/** What speaks against answering; empty where one click answers. */
export function confirmReasons(inspected: InspectedInvitation): readonly ConfirmReason[] {
  const { situation, findings } = inspected;
  const { standing, me } = situation;
  const isOver = findings.some(isPast);
  const isNotInvited = me.role === "bystander" || me.matchedBy === "recipient";
  const reasons: readonly (readonly [ConfirmReason, boolean])[] = [
    ["stale", standing.state === "stale"],
    ["danger", findings.some((finding) => isDanger(finding) && !isOutdated(finding))],
    ["past", isOver],
    ["not-invited", isNotInvited],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** Not what is merely far ahead. */
function isPast({ rule, wording }: Finding): boolean {
  return rule === "event-upcoming" && wording === null;
}

function isDanger(finding: Finding): boolean {
  return gradeOf(finding, familyOf) === "danger";
}

/** Said by the reason "stale" already. */
function isOutdated({ rule }: Finding): boolean {
  return familyOf(rule) === "freshness";
}

/** Those that make one action worth a second, informed click; the card asks for the same ones. */
export function reasonsFor(
  action: Action,
  reasons: readonly ConfirmReason[],
): readonly ConfirmReason[] {
  if (HARMLESS.includes(action)) {
    return [];
  }
  return AFTERWARDS.includes(action) ? reasons.filter((reason) => reason === "danger") : reasons;
}

/** They send nothing. */
const HARMLESS: readonly Action[] = ["ignore", "record"];

/** Of use just with an outdated or a past message. */
const AFTERWARDS: readonly Action[] = ["refresh", "apply"];

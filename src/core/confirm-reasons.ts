import type { ConfirmReason } from "./answer/second-click.ts";
import type { InspectedInvitation } from "./inspection.ts";
import { familyOf } from "./rules/catalogue.ts";
import type { Finding } from "./rules/rule.ts";
import { gradeOf } from "./verdict.ts";

/** Why an answer takes a second click; empty where one click answers. */
export function confirmReasons(
  inspected: InspectedInvitation,
  { askBeforeSending }: { readonly askBeforeSending: boolean },
): readonly ConfirmReason[] {
  return [...objections(inspected), ...(askBeforeSending ? (["ask"] as const) : [])];
}

/** What speaks against answering. */
export function objections(inspected: InspectedInvitation): readonly ConfirmReason[] {
  const { situation, findings } = inspected;
  const { standing, me } = situation;
  const isOver = findings.some(isPast);
  const isNotInvited = me.role === "bystander" || me.matchedBy === "recipient";
  const reasons: readonly (readonly [ConfirmReason, boolean])[] = [
    ["stale", standing.state === "stale"],
    ["danger", findings.some((finding) => isDanger(finding) && !isOutdated(finding))],
    ["past", isOver],
    ["not-invited", isNotInvited],
    ["in-the-clear", inspected.isEncrypted],
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

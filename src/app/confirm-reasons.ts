import type { InspectedInvitation } from "../core/inspection.ts";
import type { Action } from "../core/itip/actions.ts";
import { familyOf } from "../core/rules/catalogue.ts";
import type { Finding } from "../core/rules/rule.ts";
import { gradeOf } from "../core/verdict.ts";
import type { AnswerRequest, ConfirmReason } from "./card.ts";
import type { Settings } from "./ports.ts";

/** Why an answer takes a second click; empty where one click answers. */
export function confirmReasons(
  inspected: InspectedInvitation,
  { askBeforeSending }: Pick<Settings, "askBeforeSending">,
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

/** Those that make one click worth a second, informed one; the card asks for the same ones. */
export function reasonsFor(
  { action, previewed, edit }: Pick<AnswerRequest, "action" | "previewed" | "edit">,
  reasons: readonly ConfirmReason[],
): readonly ConfirmReason[] {
  // The composer shows it, and Send there is the second click.
  const isShown = previewed || edit;
  const open = isShown ? reasons.filter((reason) => reason !== "ask") : reasons;
  if (HARMLESS.includes(action)) {
    return [];
  }
  return open.filter((reason) => !(PARDONED[action] ?? []).includes(reason));
}

/** They send nothing. */
const HARMLESS: readonly Action[] = ["ignore", "record"];

/** Of use just with an outdated or a past message; to apply one sends nothing. */
const PARDONED: Partial<Record<Action, readonly ConfirmReason[]>> = {
  refresh: ["stale", "past", "not-invited"],
  apply: ["stale", "past", "not-invited", "in-the-clear", "ask"],
};

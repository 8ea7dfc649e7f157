import type { OutcomeView } from "../../app/card.ts";
import type { Action } from "../../core/itip/actions.ts";

/** What the page knows of a click by itself. */
export function localOutcome(
  state: "pending" | "recorded" | "failed" | "unknown",
  action: Action,
  reason: string | null = null,
): OutcomeView {
  return {
    state,
    action,
    since: Date.now(),
    to: null,
    reason,
    messageId: null,
    isEditing: false,
    leavesByItself: null,
    leavesAt: null,
    canResend: false,
    calendar: null,
    partstat: null,
  };
}

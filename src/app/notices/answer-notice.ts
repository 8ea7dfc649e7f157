import { REPLACED, tellsOrganizer, type Intent } from "../intent.ts";
import type { AnswerNotice, Notice } from "./notice.ts";

/** Until then an answer in the Outbox is on its way. */
const PATIENCE_MS = 15 * 60_000;

/** What is told of an answer that should have left. */
export function answerNotice(intent: Intent, now: number): Notice | null {
  const kind = tellsOrganizer(intent) ? kindOf(intent, now) : null;
  const { id, at, message } = intent;
  return kind === null ? null : { kind, key: `${kind} ${id}`, source: message.source, at };
}

function kindOf({ state, reason, since }: Intent, now: number): AnswerNotice["kind"] | null {
  switch (state) {
    case "failed":
      return reason === REPLACED ? null : "not-left";
    case "unknown":
      return "not-known";
    case "queued":
      return now - since >= PATIENCE_MS ? "waiting" : null;
    case "pending":
    case "sent":
    case "recorded":
      return null;
  }
}

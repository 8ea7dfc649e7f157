import { nextSpans } from "../../core/agenda/spans.ts";
import type { InspectedInvitation } from "../../core/inspection.ts";
import type { Entry } from "../../core/itip/invitation.ts";
import type { Onlooker } from "../../core/agenda/spans.ts";
import type { EventNotice, Notice } from "./notice.ts";

/** A cancelled event is soon when it begins, or goes on, within this time. */
const SOON_MS = 48 * 3_600_000;

/**
 * What an invitation that has just come is told for: an event that was known is cancelled and would
 * be soon, or is another one since the user said yes to it. What its sender may not say is told as
 * such (a cancellation) or not at all.
 */
export function eventNotice(
  inspected: InspectedInvitation,
  source: string,
  onlooker: Onlooker,
): Notice | null {
  const { main } = inspected.invitation;
  const kind = main === null || !concernsUser(inspected) ? null : kindOf(inspected, main, onlooker);
  const key = keyOf(inspected);
  return main === null || kind === null || key === null
    ? null
    : { kind, key: `${kind} ${key}`, source, title: main.summary, span: main };
}

/** What he organizes himself, or has declined, is no news to him. */
function concernsUser({ situation }: InspectedInvitation): boolean {
  return situation.me.role === "attendee" && situation.answered?.partstat !== "DECLINED";
}

function kindOf(
  { situation, applied }: InspectedInvitation,
  main: Entry,
  onlooker: Onlooker,
): EventNotice["kind"] | null {
  const { standing, answered } = situation;
  if (standing.state === "cancelled" && isSoon(main, onlooker)) {
    return applied ? "cancelled" : "said-cancelled";
  }
  const saidYes = YES.includes(answered?.partstat ?? "");
  return standing.state === "update" && applied && saidYes && isAhead(main, onlooker)
    ? "changed"
    : null;
}

const YES: readonly string[] = ["ACCEPTED", "TENTATIVE"];

function isAhead(main: Entry, onlooker: Onlooker): boolean {
  const [next] = nextSpans(main, onlooker, 1);
  return next !== undefined && Math.max(next.end, next.start) > onlooker.now;
}

function isSoon(main: Entry, onlooker: Onlooker): boolean {
  const [next] = nextSpans(main, onlooker, 1);
  return isAhead(main, onlooker) && next !== undefined && next.start <= onlooker.now + SOON_MS;
}

/** Of an event and version. */
function keyOf({ fact }: InspectedInvitation): string | null {
  const [entry] = fact?.entries ?? [];
  return fact === null || entry === undefined
    ? null
    : JSON.stringify([fact.uid, fact.organizer, entry.recurrenceId, entry.sequence, entry.dtstamp]);
}

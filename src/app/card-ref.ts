import type { InspectedInvitation } from "../core/inspection.ts";
import { timeKey } from "../core/itip/time-key.ts";
import type { CardRef } from "./card.ts";

/** Names a card: its place, and what it is about. */
export function cardRef(
  place: Pick<CardRef, "messageId" | "source" | "index">,
  { invitation }: InspectedInvitation,
): CardRef {
  const recurrenceId = timeKey(invitation.main?.recurrenceId ?? null) || null;
  return { ...place, uid: invitation.uid, recurrenceId, occurrence: null };
}

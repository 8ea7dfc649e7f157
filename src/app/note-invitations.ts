import type { Inspection } from "../core/inspection.ts";
import type { Decision } from "../core/itip/fact.ts";
import { decidedInvitation, indexedInvitations, isDecidedBy } from "./indexed-invitation.ts";
import type { World } from "./ports.ts";

type Noting = Pick<World, "index">;

/** Notes for the list what was found out about a message; a list that lacks it does no harm. */
export async function noteInvitations(inspection: Inspection, { index }: Noting): Promise<void> {
  const indexed = indexedInvitations(inspection);
  if (indexed.length > 0) {
    await harmless(() => index.put(indexed));
  }
}

/** Notes what the user decided, so that the list does not ask him again. */
export async function noteDecision(decision: Decision, { index }: Noting): Promise<void> {
  await harmless(() =>
    index.change(decision.uid, (one) =>
      isDecidedBy(one, decision) ? decidedInvitation(one, decision) : one,
    ),
  );
}

/** What is derived may fail where what is known must not. */
async function harmless(note: () => Promise<void>): Promise<void> {
  try {
    await note();
  } catch (error) {
    console.warn("Convene: the list of invitations was not brought up to date.", error);
  }
}

import type { AnswerRequest, CardView, MessageView } from "../../app/card.ts";
import type { ListedInvitation } from "../../app/listed-invitation.ts";

/** The answers that can be given to several invitations at once. */
export const BATCH_ACTIONS = ["accept", "tentative", "decline"] as const;

export type BatchAction = (typeof BATCH_ACTIONS)[number];

/** No more than this many answers leave in a minute. */
export const MAX_BATCH = 20;

/** What one click would do to one of the chosen invitations. */
export type Plan =
  | { readonly kind: "letter"; readonly row: ListedInvitation; readonly card: CardView }
  | {
      readonly kind: "left-out";
      readonly row: ListedInvitation;
      /** The message is gone; it is no longer asked; it needs a look of its own. */
      readonly because: "gone" | "not-asked" | "look" | "no-identity";
    };

/** Only what one click may answer leaves in a batch; everything else wants its own card. */
export function planOf(row: ListedInvitation, view: MessageView, action: BatchAction): Plan {
  const card = cardOf(row, view);
  if (card === null) {
    return { kind: "left-out", row, because: "gone" };
  }
  if (!card.actions.includes(action)) {
    return { kind: "left-out", row, because: "not-asked" };
  }
  // The preview asks for all of them.
  if (card.confirm.some((reason) => reason !== "ask") || !card.replyWanted) {
    return { kind: "left-out", row, because: "look" };
  }
  return card.identities.length === 0 || card.replyTo === null
    ? { kind: "left-out", row, because: "no-identity" }
    : { kind: "letter", row, card };
}

function cardOf(row: ListedInvitation, view: MessageView): CardView | null {
  const cards = view.kind === "inspected" ? view.cards : [];
  return (
    cards.find(({ ref }) => ref.uid === row.uid && (ref.recurrenceId ?? "") === row.recurrenceId) ??
    null
  );
}

/** The same click as on the card itself, without comment. */
export function requestOf({ ref }: CardView, action: BatchAction): AnswerRequest {
  return {
    card: ref,
    action,
    comment: null,
    identity: null,
    confirmed: false,
    previewed: true,
    edit: false,
    partstat: null,
    delegate: null,
    counter: null,
    calendar: null,
  };
}

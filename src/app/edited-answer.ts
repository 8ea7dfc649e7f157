import type { Action } from "../core/itip/actions.ts";
import { sameAddress } from "../core/mail/address.ts";
import { readMailboxes } from "../core/mail/read-mailboxes.ts";
import { findCard } from "./find-card.ts";
import type { Intent, IntentDraft } from "./intent.ts";
import { judgeWritten } from "./judge-claim.ts";
import { letterIntent, type Click } from "./make-intent.ts";
import type { World } from "./ports.ts";
import { carryOut } from "./settle.ts";

/** What the user made of the answer in the composer. */
export interface Edited {
  /** Id of the intent. */
  readonly reference: string;
  readonly identityId: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachmentCount: number;
}

/** Why nothing is sent and the window stays. */
export type Objection = "recipients" | "attachments" | "identity" | "outdated" | "refused" | "pace";

export type EditedVerdict =
  | { readonly kind: "send"; readonly intent: Intent }
  | { readonly kind: "keep"; readonly because: Objection }
  /** Another press on Send has taken it. */
  | { readonly kind: "taken" };

/**
 * Turns the edited text into the conforming message. An answer goes to the organizer alone and
 * carries no attachment, so a window with more in it than that is kept and nothing is sent.
 */
export async function judgeEdited(edited: Edited, world: World): Promise<EditedVerdict> {
  const intent = await world.intents.get(edited.reference);
  const draft = intent?.draft ?? null;
  if (intent === null || draft === null) {
    return { kind: "taken" };
  }
  const found = await findCard(draft.card, world);
  if (found === null) {
    return { kind: "keep", because: "outdated" };
  }
  const objection = objectionTo(edited, draft, found);
  return objection === null
    ? write(
        { ...found, request: requestOf(intent.action, draft, edited) },
        { intent, edited },
        world,
      )
    : { kind: "keep", because: objection };
}

/**
 * Sends what `judgeEdited` accepted, at once: Send in the composer is a second, deliberate click, mail
 * leaves there at once, and nothing could give the window back with its text.
 */
export function sendEdited(intent: Intent, world: World): Promise<Intent> {
  return carryOut(intent, world);
}

/** The window was closed without sending: the click is taken back. */
export async function abandonDraft(reference: string, { intents }: World): Promise<void> {
  await intents.exchange(reference, (intent) => (intent.draft === null ? intent : null));
}

type Found = Omit<Click, "request">;

function objectionTo(edited: Edited, draft: IntentDraft, found: Found): Objection | null {
  const recipients = edited.recipients.flatMap((recipient) => readMailboxes(recipient));
  const [only] = recipients;
  if (recipients.length !== 1 || !sameAddress(only?.address ?? null, draft.to)) {
    return "recipients";
  }
  if (edited.attachmentCount > 0) {
    return "attachments";
  }
  return isInvited(edited.identityId, draft, found) ? null : "identity";
}

/** The identity that the window opened with, or another one that the invitation names. */
function isInvited(
  identityId: string,
  draft: IntentDraft,
  { identities, inspected }: Found,
): boolean {
  const email = identities.find(({ id }) => id === identityId)?.email ?? null;
  const { invited } = inspected.situation.me;
  return identityId === draft.identityId || invited.some((address) => sameAddress(address, email));
}

async function write(
  click: Click,
  { intent, edited }: { readonly intent: Intent; readonly edited: Edited },
  world: World,
): Promise<EditedVerdict> {
  const { draft } = intent;
  if (draft === null) {
    return { kind: "taken" };
  }
  const { comment } = click.request;
  const subject = edited.subject === draft.subject ? null : edited.subject;
  const made = letterIntent(click, { answer: draft.answer, comment, subject }, world);
  if (made.kind === "refused") {
    return { kind: "keep", because: "refused" };
  }
  const { letters, decision, at, said } = made.intent;
  const next = { ...intent, comment, letters, decision, at, said, draft: null };
  const { claim } = await world.intents.claim(next, (seen) => judgeWritten(next, seen));
  switch (claim) {
    case "too-many":
      return { kind: "keep", because: "pace" };
    case "settled":
      return { kind: "taken" };
    default:
      return { kind: "send", intent: next };
  }
}

/** What stands above "-- ", the usual sign of a signature (RFC 3676 §4.3). */
function aboveSignature(text: string): string | null {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const end = lines.indexOf("-- ");
  const written = (end < 0 ? lines : lines.slice(0, end)).join("\n").trim();
  return written === "" ? null : written;
}

function requestOf(action: Action, { card }: IntentDraft, edited: Edited): Click["request"] {
  return {
    card,
    action,
    comment: aboveSignature(edited.text),
    identity: edited.identityId,
    confirmed: true,
    previewed: true,
    edit: true,
    calendar: null,
    partstat: null,
    delegate: null,
    counter: null,
  };
}

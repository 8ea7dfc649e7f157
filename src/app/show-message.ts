import type { Severity } from "../core/rules/rule.ts";
import type { BannerView, CardView, MessageView } from "./card.ts";
import { cardRef } from "./card-ref.ts";
import { cardView, findingView } from "./card-view.ts";
import { cardKey } from "./intent.ts";
import type { StoredMessage, World } from "./ports.ts";
import { isDeletable } from "./delete-message.ts";
import { isClosed, readMessage, type Reading } from "./read-message.ts";
import { refreshOutcome } from "./settle.ts";

/** Everything a page shows of a message. */
export async function showMessage(
  message: StoredMessage | null,
  world: World,
): Promise<MessageView> {
  if (message === null) {
    return { kind: "no-message" };
  }
  const reading = await readMessage(message, world);
  const { messageId } = message;
  if (reading.kind === "unreadable") {
    return { kind: "unreadable", messageId, because: "not-downloaded" };
  }
  const { inspection } = reading;
  if (inspection.invitations.length === 0) {
    return isClosed(inspection)
      ? { kind: "unreadable", messageId, because: "encrypted" }
      : { kind: "none", messageId };
  }
  return {
    kind: "inspected",
    messageId,
    verdict: inspection.verdict,
    findings: inspection.findings.map(findingView),
    cards: await cardsOf(reading, world),
    place: placeView(reading),
  };
}

type Inspected = Extract<Reading, { kind: "inspected" }>;

async function cardsOf(reading: Inspected, world: World): Promise<readonly CardView[]> {
  const { inspection, identities, settings, message } = reading;
  const reader = world.reader();
  const canDelete = isDeletable(message);
  const { messageId } = message;
  const { source, invitations } = inspection;
  return Promise.all(
    invitations.map(async (inspected, index) => {
      const ref = cardRef({ messageId, source, index }, inspected);
      const lastIntent = await refreshOutcome(cardKey(ref), world);
      return cardView({ ref, inspected, identities, settings, lastIntent, canDelete }, reader);
    }),
  );
}

function placeView({
  inspection,
  place,
}: Inspected): Extract<MessageView, { kind: "inspected" }>["place"] {
  if (inspection.findings.some(({ rule }) => rule === "not-a-bounce")) {
    return "bounce";
  }
  const places = { ordinary: null, own: "own-folder", discarded: "junk" } as const;
  return places[place];
}

/** What the badge and the banner tell of a message; null for one without invitation. */
export function summaryOf(view: MessageView): BannerView | null {
  if (view.kind !== "inspected") {
    return null;
  }
  const [first] = view.cards;
  const worst = view.cards.find(({ verdict }) => verdict === view.verdict) ?? first;
  return worst === undefined
    ? null
    : {
        state: worst.state,
        verdict: view.verdict,
        finding: worstOf([...view.findings, ...worst.findings]),
      };
}

const GRAVITY: readonly Severity[] = ["error", "warning"];

function worstOf(findings: BannerFindings): BannerView["finding"] {
  for (const severity of GRAVITY) {
    const finding = findings.find((candidate) => candidate.severity === severity);
    if (finding !== undefined) {
      return finding;
    }
  }
  return null;
}

type BannerFindings = readonly NonNullable<BannerView["finding"]>[];

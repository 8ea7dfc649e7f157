import { applyToCalendar, noticeArrival, restoreCalendar } from "./apply-to-calendar.ts";
import { isHeldBack, REPLACED, type Intent, type Letter } from "./intent.ts";
import { noteDecision } from "./note-invitations.ts";
import type { Sending, World } from "./ports.ts";
import { tidyUp } from "./tidy-up.ts";
import { during, isUnderWay } from "./under-way.ts";

/** Why an answer never left: Thunderbird or the event page ended first. */
export const INTERRUPTED = "interrupted";

/**
 * Carries a written-down click to its end: hands its letters to the transport, one after the other,
 * and writes down after every step what is known. What a crash leaves undone is found by `recover`.
 */
export function carryOut(intent: Intent, world: World): Promise<Intent> {
  return during(intent.id, async () => {
    await withdrawEarlier(intent, world);
    return sendLetters(intent, world);
  });
}

/** A changed answer takes the place of the one that still waits in the Outbox. */
async function withdrawEarlier({ card, at }: Intent, world: World): Promise<void> {
  const last = await world.intents.last(card, at);
  const earlier = last && (await refresh(last, world));
  if (earlier?.state !== "queued") {
    return;
  }
  for (const { headerMessageId } of earlier.letters) {
    await world.sentMessages.withdraw(headerMessageId);
  }
  await put({ ...ended(earlier, { kind: "failed", reason: REPLACED }, world), letters: [] }, world);
}

async function sendLetters(intent: Intent, world: World): Promise<Intent> {
  let current = intent;
  for (const letter of intent.letters.filter(({ state }) => state !== "gone")) {
    current = await put(withLetter(current, letter, "handed"), world);
    const sending = await send(letter, world);
    switch (sending.kind) {
      case "failed":
        return put(ended(withLetter(current, letter, "unsent"), failure(sending), world), world);
      case "unknown":
        return put(ended(current, sending, world), world);
      case "sent":
      case "queued":
        current = withLetter(current, letter, sending.kind === "sent" ? "gone" : "waiting");
    }
  }
  return conclude(current, world);
}

/** Thunderbird has not always words for what went wrong, but a name. */
function failure({ reason, status }: Extract<Sending, { kind: "failed" }>): End {
  return { kind: "failed", reason: reason === "" ? status : reason };
}

async function send(
  { identityId, bytes, headerMessageId }: Letter,
  { settings, transports }: World,
): Promise<Sending> {
  try {
    const { transport, sentCopies } = await settings();
    const { atOnce, outbox } = transports;
    const road = transport === "now" && atOnce !== null ? atOnce : outbox;
    const isCopied = sentCopies === "identity";
    return await road.send({ identityId, bytes, headerMessageId, isCopied });
  } catch (error) {
    console.error(error);
    return { kind: "failed", reason: String(error), status: "" };
  }
}

/** Every letter left or waits in the Outbox: now the answer counts, and the calendar is told. */
async function conclude(before: Intent, world: World): Promise<Intent> {
  const intent = await applyToCalendar(before, world);
  if (isServersAndFailed(intent)) {
    return put(ended(intent, { kind: "failed", reason: "calendar" }, world), world);
  }
  if (intent.decision !== null) {
    await world.memories.decide(intent.decision);
    await noteDecision(intent.decision, world);
  }
  const isWaiting = intent.letters.some(({ state }) => state === "waiting");
  const kind = intent.letters.length === 0 ? "recorded" : isWaiting ? "queued" : "sent";
  const concluded = await put(ended(intent, { kind }, world), world);
  if (before.state !== "queued") {
    await tidyUp(concluded, world);
  }
  return concluded;
}

/** The calendar's server was to tell the organizer: he was told nothing. */
function isServersAndFailed({ application }: Intent): boolean {
  return application?.mail === "server" && application.state === "failed";
}

/** The calendar once more, after it failed; the answer that left is left alone. */
export async function retryCalendar(intent: Intent, world: World): Promise<Intent> {
  return isServersAndFailed(intent) ? conclude(intent, world) : applyToCalendar(intent, world);
}

/** What a click did to calendar and record is taken back; a mail that left is out of reach. */
export async function takeBackCalendar(intent: Intent, world: World): Promise<Intent> {
  const { application, decision } = intent;
  if (application === null || !UNDOABLE.includes(application.state)) {
    return intent;
  }
  const outcome = await restoreCalendar(application, world);
  if (outcome.state === "undone" && decision !== null) {
    await world.memories.undecide(decision);
  }
  return put({ ...intent, application: { ...application, ...outcome } }, world);
}

const UNDOABLE: readonly string[] = ["written", "removed", "waiting"];

/**
 * Finds out what became of clicks that nobody carries out any more: after a crash, or after the
 * event page was ended. Nothing is sent here.
 */
export async function recover(world: World): Promise<void> {
  for (const intent of await world.intents.unfinished()) {
    await refresh(intent, world);
  }
}

/** The last click on a card, with what is known of it now; null when there was none. */
export async function refreshOutcome(card: string, world: World): Promise<Intent | null> {
  const intent = await world.intents.last(card);
  return intent === null ? null : noticeArrival(await refresh(intent, world), world);
}

async function refresh(intent: Intent, world: World): Promise<Intent> {
  if (isUnderWay(intent.id) || !SEARCHED.includes(intent.state)) {
    return intent;
  }
  if (isHeldBack(intent) && isOverdue(intent, world)) {
    return giveUp(intent, world);
  }
  return isOpen(intent) ? intent : search(intent, world);
}

/** The user has still to press Send in the composer, or can still take it back. */
function isOpen(intent: Intent): boolean {
  return isHeldBack(intent) || (intent.draft !== null && intent.state === "pending");
}

async function search(intent: Intent, world: World): Promise<Intent> {
  const letters = await Promise.all(intent.letters.map((letter) => find(letter, world)));
  const found = { ...intent, letters };
  if (letters.some(({ state }) => state === "unsent")) {
    return put(ended(found, { kind: "failed", reason: INTERRUPTED }, world), world);
  }
  if (letters.some(({ state }) => state === "handed")) {
    return intent.state === "unknown"
      ? intent
      : put(ended(found, { kind: "unknown" }, world), world);
  }
  const isWaiting = letters.some(({ state }) => state === "waiting");
  return isWaiting && intent.state === "queued" ? intent : conclude(found, world);
}

const SEARCHED: readonly Intent["state"][] = ["pending", "queued", "unknown"];

/** What Outbox and Sent say of a letter that was given to the transport. */
async function find(letter: Letter, { sentMessages }: World): Promise<Letter> {
  if (letter.state === "unsent" || letter.state === "gone") {
    return letter;
  }
  const where = await sentMessages.find(letter.headerMessageId);
  // Handed over and not heard of since: lying in the Outbox does not mean that it has not left.
  const waiting = letter.state === "handed" ? "handed" : "waiting";
  const states = { sent: "gone", waiting, nowhere: "handed" } as const;
  return { ...letter, state: states[where] };
}

/**
 * Takes out of the Outbox what is not known to wait there (call it when Thunderbird starts). Killed
 * after the server took a message, or soon after it was taken out, Thunderbird finds it in the
 * Outbox again and sends it once more together with the next one. Whether it left or not: only the
 * user says that it shall leave again.
 */
export async function clearOutbox({ sentMessages, intents }: World): Promise<void> {
  for (const headerMessageId of await sentMessages.waiting()) {
    const intent = await intents.ofLetter(headerMessageId);
    const letter = intent?.letters.find((one) => one.headerMessageId === headerMessageId);
    if (intent === null || letter === undefined || isUnderWay(intent.id)) {
      continue;
    }
    if (letter.state !== "waiting" || (await sentMessages.find(headerMessageId)) === "sent") {
      await sentMessages.withdraw(headerMessageId);
    }
  }
}

/**
 * What leaves later than this after its undo window would come as a surprise. The alarm of a busy
 * machine rings earlier; after a sleep, or where the add-on was switched off, it may ring late.
 */
const PATIENCE_MS = 30_000;

export function isOverdue({ due }: Intent, { clock }: World): boolean {
  return due !== null && clock.now() > due + PATIENCE_MS;
}

/** An answer that was held back does not leave any more, unless the user says so again. */
export async function giveUp(intent: Intent, world: World): Promise<Intent> {
  const given = await world.intents.exchange(intent.id, (current) =>
    isHeldBack(current) ? ended({ ...current, due: null }, endOfWindow(current), world) : current,
  );
  return given ?? intent;
}

/** Of what is sent again since nobody knows whether it left, that is still all that is known. */
function endOfWindow({ letters }: Intent): End {
  return letters.some(({ state }) => state === "handed")
    ? { kind: "unknown" }
    : { kind: "failed", reason: INTERRUPTED };
}

/**
 * A composer that ended with Thunderbird left nothing to send, and nobody is there to end an undo
 * window (call it when Thunderbird starts).
 */
export async function endWithThunderbird(world: World): Promise<void> {
  for (const intent of await world.intents.unfinished()) {
    if (isHeldBack(intent)) {
      await giveUp(intent, world);
    } else if (intent.draft !== null && intent.state === "pending") {
      await put(ended(intent, { kind: "failed", reason: INTERRUPTED }, world), world);
    }
  }
}

interface End {
  readonly kind: Intent["state"];
  readonly reason?: string;
}

function ended(intent: Intent, { kind, reason }: End, { clock }: World): Intent {
  const since = kind === intent.state ? intent.since : clock.now();
  return { ...intent, state: kind, since, reason: reason ?? null };
}

async function put(intent: Intent, world: World): Promise<Intent> {
  await world.intents.update(intent);
  return intent;
}

function withLetter(intent: Intent, { headerMessageId }: Letter, state: Letter["state"]): Intent {
  return {
    ...intent,
    letters: intent.letters.map((letter) =>
      letter.headerMessageId === headerMessageId ? { ...letter, state } : letter,
    ),
  };
}

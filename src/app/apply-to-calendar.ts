import { applyInvitation } from "../core/apply/apply-invitation.ts";
import type { Applied, Deed } from "../core/apply/order.ts";
import type { Application } from "./application.ts";
import { findCard } from "./find-card.ts";
import type { Intent } from "./intent.ts";
import type { Click } from "./make-intent.ts";
import type { Calendars, CalendarWrite, World } from "./ports.ts";

/**
 * Carries out what a click does to the calendar and writes down what became of it. A calendar that
 * fails never hinders the answer, and can be tried again.
 */
export async function applyToCalendar(intent: Intent, world: World): Promise<Intent> {
  const { application } = intent;
  if (application === null || isDone(application)) {
    return intent;
  }
  const next = { ...intent, application: await carriedOut(application, intent, world) };
  await world.intents.update(next);
  return next;
}

function isDone({ state }: Application): boolean {
  return state !== "planned" && state !== "failed";
}

async function carriedOut(
  application: Application,
  intent: Intent,
  world: World,
): Promise<Application> {
  try {
    const calendars = await world.calendars();
    const found = await findAgain(application, world);
    if (calendars === null || found === null) {
      return { ...application, state: "failed", because: "missing", detail: "" };
    }
    return await carryOut({ application, intent, found, calendars }, world);
  } catch (error) {
    console.error(error);
    const detail = error instanceof Error ? error.message : String(error);
    return { ...application, state: "failed", because: "unknown", detail };
  }
}

/** The message, also after a restart, when Thunderbird numbers its messages anew. */
async function findAgain(
  { card }: Application,
  world: World,
): Promise<Omit<Click, "request"> | null> {
  const known = await findCard(card, world).catch(() => null);
  if (known !== null) {
    return known;
  }
  for (const { messageId } of await world.mailbox.find(card.source)) {
    const found = await findCard({ ...card, messageId }, world);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

interface Work {
  readonly application: Application;
  readonly intent: Intent;
  readonly found: Omit<Click, "request">;
  readonly calendars: Calendars;
}

async function carryOut(work: Work, world: World): Promise<Application> {
  const { application, intent, found, calendars } = work;
  const { calendarId, card } = application;
  const uid = card.uid ?? "";
  const events = await calendars.find(uid);
  const held = events.find((event) => event.calendarId === calendarId)?.text ?? null;
  const planned = { ...application, before: application.before ?? { text: held } };
  // The state before is kept first: what is undone later must be what was there.
  await world.intents.update({ ...intent, application: planned });
  const applied = applyInvitation({
    inspected: found.inspected,
    held,
    deed: deedOf(application, intent),
    settings: found.settings,
    mail: application.mail,
    now: world.clock.now(),
  });
  return { ...planned, ...(await write(applied, { calendars, calendarId, uid })) };
}

function deedOf({ attendee, card }: Application, { comment }: Intent): Deed {
  return attendee === null
    ? { kind: "apply" }
    : { kind: "answer", attendee, comment, occurrence: card.occurrence };
}

type Outcome = Pick<Application, "state" | "because" | "detail">;

interface Place {
  readonly calendars: Calendars;
  readonly calendarId: string;
  readonly uid: string;
}

async function write(applied: Applied, { calendars, calendarId, uid }: Place): Promise<Outcome> {
  switch (applied.kind) {
    case "nothing":
      return { state: "unchanged", because: null, detail: applied.because };
    case "put":
      return outcomeOf(await calendars.put(calendarId, applied.text));
    case "remove":
      return removalOf(await calendars.remove(calendarId, uid));
  }
}

function outcomeOf(result: CalendarWrite): Outcome {
  return result.kind === "failed"
    ? { state: "failed", because: result.because, detail: result.detail }
    : { state: result.kind, because: null, detail: "" };
}

/** What waits for its server is out of the user's sight already. */
function removalOf(result: CalendarWrite): Outcome {
  const outcome = outcomeOf(result);
  return outcome.state === "failed" ? outcome : { ...outcome, state: "removed" };
}

/** What waited for its calendar's server, once that has it. */
export async function noticeArrival(intent: Intent, world: World): Promise<Intent> {
  const { application } = intent;
  if (application?.state !== "waiting" || (await isWaiting(application, world))) {
    return intent;
  }
  const written = (current: Intent): Intent =>
    current.application?.state === "waiting"
      ? { ...current, application: { ...current.application, state: "written" } }
      : current;
  return (await world.intents.exchange(intent.id, written)) ?? intent;
}

/** True also where that cannot be known. */
async function isWaiting({ calendarId, card }: Application, world: World): Promise<boolean> {
  try {
    const events = (await (await world.calendars())?.find(card.uid ?? "")) ?? [];
    return events.find((event) => event.calendarId === calendarId)?.isWaiting ?? true;
  } catch (error) {
    console.warn("Convene: the calendars cannot be read.", error);
    return true;
  }
}

/** The calendar as it was before a click. Gives what became of that. */
export async function restoreCalendar(
  { calendarId, card, before }: Application,
  world: World,
): Promise<Outcome> {
  const calendars = await world.calendars();
  if (calendars === null) {
    return { state: "failed", because: "missing", detail: "" };
  }
  const text = before?.text ?? null;
  const result =
    text === null
      ? await calendars.remove(calendarId, card.uid ?? "")
      : await calendars.put(calendarId, text);
  const { state, ...rest } = outcomeOf(result);
  // What is no longer there was taken out by somebody else: the same in the end.
  const isGone = text === null && result.kind === "failed" && result.because === "missing";
  return isGone || state !== "failed"
    ? { state: "undone", because: null, detail: "" }
    : { state, ...rest };
}

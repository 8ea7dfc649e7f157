import { ownAttendee } from "../core/answer/own-attendee.ts";
import type { Answer } from "../core/answer/answer.ts";
import type { Action } from "../core/itip/actions.ts";
import type { Parameter, Property } from "../core/calendar/object.ts";
import { answerAddress } from "../core/itip/calendar-user.ts";
import type { Application } from "./application.ts";
import type { CalendarChoice } from "./card.ts";
import { chooseCalendar, type Choice } from "./choose-calendar.ts";
import type { Intent } from "./intent.ts";
import { chosenIdentity, type Click } from "./make-intent.ts";
import { mailRoad } from "./mail-road.ts";
import type { CalendarInfo, Calendars, World } from "./ports.ts";
import { requestedAnswer } from "./requested-answer.ts";

export type Plan =
  | { readonly kind: "planned"; readonly application: Application | null }
  | { readonly kind: "ask"; readonly calendars: readonly CalendarChoice[] };

const NOTHING: Plan = { kind: "planned", application: null };

/** Clicks that say something to a calendar. */
const APPLIED: readonly Action[] = [
  ...(["accept", "tentative", "decline", "delegate", "record", "apply"] as const),
];

/** Messages that only speak of what a calendar holds already. */
const ABOUT_KNOWN: readonly string[] = ["CANCEL", "REPLY", "COUNTER", "ADD"];

/** What a click does to the user's calendars, before anything of it is done. */
export async function planApplication(click: Click, world: World): Promise<Plan> {
  const calendars = APPLIED.includes(click.request.action) ? await world.calendars() : null;
  const { uid } = click.inspected.invitation;
  const choice = calendars === null || uid === null ? null : await choiceFor(click, calendars, uid);
  if (choice === null || choice.kind === "none" || isUnknown(click, choice)) {
    return NOTHING;
  }
  return choice.kind === "ask"
    ? { kind: "ask", calendars: choice.calendars.map(choiceView) }
    : { kind: "planned", application: applicationOf(click, choice) };
}

function choiceView({ id, name, color }: CalendarInfo): CalendarChoice {
  return { id, name, color };
}

/** The message speaks of an event that no calendar holds. */
function isUnknown({ inspected }: Click, choice: Choice): boolean {
  const isHeld = choice.kind === "calendar" && choice.held !== null;
  return !isHeld && ABOUT_KNOWN.includes(inspected.invitation.method ?? "");
}

/** Null: the calendars cannot be read; that never hinders an answer. */
async function choiceFor(click: Click, calendars: Calendars, uid: string): Promise<Choice | null> {
  try {
    return chooseCalendar({
      calendars: await calendars.list(),
      found: await calendars.find(uid),
      identity: chosenIdentity(click),
      chosen: click.request.calendar,
      settings: click.settings,
    });
  } catch (error) {
    console.warn("Convene: the calendars cannot be read.", error);
    return null;
  }
}

function applicationOf(
  click: Click,
  { calendar, held }: Extract<Choice, { kind: "calendar" }>,
): Application {
  const { request, inspected } = click;
  const answer = requestedAnswer(request);
  const { me } = inspected.situation;
  const mail = mailRoad({ calendar, held, answer, me, isEdited: request.edit });
  const organizer = inspected.invitation.main?.organizer ?? null;
  return {
    card: click.card,
    calendarId: calendar.id,
    calendarName: calendar.name,
    attendee: attendeeOf(click, answer),
    mail,
    to: mail === "server" ? answerAddress(organizer) : null,
    state: "planned",
    because: null,
    detail: "",
    before: null,
  };
}

/** As the answer names the user; of "record" what he told somebody otherwise. */
function attendeeOf(click: Click, answer: Answer | null): Property | null {
  const identity = chosenIdentity(click);
  const { invitation, situation } = click.inspected;
  const parameters = answer === null ? partstatOf(click.request.partstat) : saidBy(answer);
  if (identity === null || parameters.length === 0) {
    return null;
  }
  const answerer = { name: identity.name, address: identity.email };
  return ownAttendee({ invitation, me: situation.me, answerer }, parameters);
}

function saidBy(answer: Answer): readonly Parameter[] {
  switch (answer.kind) {
    case "reply":
      return partstatOf(answer.partstat);
    case "delegate":
      return [
        ...partstatOf("DELEGATED"),
        { name: "DELEGATED-TO", values: [`mailto:${answer.delegate}`] },
      ];
    case "counter":
    case "refresh":
      return [];
  }
}

function partstatOf(partstat: string | null): readonly Parameter[] {
  return partstat === null ? [] : [{ name: "PARTSTAT", values: [partstat] }];
}

/** The click with what it does to a calendar; what a server tells needs no letter. */
export function withApplication(intent: Intent, application: Application | null): Intent {
  const letters = application?.mail === "server" ? [] : intent.letters;
  return { ...intent, letters, application };
}

/** What the user chose is remembered for the identity that answers. */
export async function rememberChoice(click: Click, world: World): Promise<void> {
  const { calendar } = click.request;
  const identity = chosenIdentity(click);
  const { calendars } = click.settings;
  if (calendar !== null && identity !== null && calendars[identity.id] !== calendar) {
    await world.chooseCalendar(identity.id, calendar);
  }
}

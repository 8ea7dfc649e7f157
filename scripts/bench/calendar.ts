import type { CardRef, MessageView, OutcomeView } from "../../src/app/card.ts";
import type { ConveneCalendar } from "../../src/types/convene-calendar.ts";
import { ask } from "../../test/e2e/background.ts";
import { CalendarPort } from "../../test/e2e/calendar-port.ts";
import { CALENDAR } from "../../test/e2e/edition.ts";
import {
  berlin,
  calendarObject,
  daysAhead,
  invitationMail,
  makeInvitation,
  type Invitation,
} from "../../test/e2e/invitation.ts";
import { Stage } from "../../test/e2e/stage.ts";
import type { Page } from "../../test/harness/page.ts";
import { median } from "./median.ts";

/**
 * `npm run bench:calendar [-- apply|lookup]`: what calendars cost in a real Thunderbird, with local
 * storage. How long
 * a long series takes from the click until it is in the calendar, and how long a look at what else
 * takes place then.
 */
const INSTANCES = 500;
const EXCEPTIONS = 50;
const EVENTS = 5_000;
/** Of them; each one has an instance in every week of the year. */
const SERIES = 100;

/** Milliseconds. */
const LONGEST_APPLICATION = 500;
const LONGEST_LOOKUP = 50;

/** Messages about the series, each an update of the one before; days that are looked up. */
const UPDATES = 8;
const LOOKUPS = 100;
/** The first ones pay for compiling. */
const WARM_UP = 2;

/** Events added in one call. */
const BATCH = 500;

const stage = await Stage.start(CALENDAR, {
  preferences: { "privacy.reduceTimerPrecision": false },
});
const [, , only = ""] = process.argv;
const slow: string[] = [];
try {
  const port = new CalendarPort(stage);
  const { id } = await port.call("create", "Bench");
  if (only !== "lookup") {
    const applications = await timeApplications(id);
    const clicks = applications.map(({ click }) => click);
    say(`${INSTANCES} instances with ${EXCEPTIONS} exceptions, click to calendar`, clicks);
    const puts = applications.map(({ put }) => put);
    say("of that the change of the calendar itself", puts, LONGEST_APPLICATION);
  }
  if (only !== "apply") {
    await fill(id);
    // Before another tab lies over the mail.
    const invitation = makeInvitation();
    await stage.receive(invitationMail(invitation));
    const page = await openPage();
    const lookups = await page.evaluate(lookUp, Date.now(), LOOKUPS + WARM_UP);
    say(`one day of ${EVENTS} events looked up`, lookups.slice(WARM_UP), LONGEST_LOOKUP);
    const cards = await timeSurroundings(page, await cardOf(page, invitation.messageId));
    say("the same as a card asks for it: day, conflicts, calendar", cards.slice(WARM_UP));
  }
  process.exitCode = slow.length === 0 ? 0 : 1;
} finally {
  await stage.stop();
}

function openPage(): Promise<Page> {
  return stage.thunderbird.openTab(stage.edition.id, "ui/notice/notice.html");
}

/** Milliseconds. */
interface Application {
  /** From the click until the card knows that it is in the calendar. */
  readonly click: number;
  /** The same text put once more, through the Experiment alone. */
  readonly put: number;
}

/** Nothing is sent: the user told the organizer otherwise. */
async function timeApplications(calendarId: string): Promise<readonly Application[]> {
  const series = makeInvitation({
    times: [...berlin(daysAhead(10)), `RRULE:FREQ=DAILY;COUNT=${INSTANCES}`],
  });
  const times: Application[] = [];
  for (let sequence = 0; sequence < UPDATES + WARM_UP; sequence += 1) {
    const { messageId } = makeInvitation();
    const update = { ...series, messageId, sequence };
    await stage.receive(invitationMail(update, withExceptions(update)));
    const page = await openPage();
    const click = await page.evaluate(timeRecord, await cardOf(page, messageId));
    const put = await page.evaluate(timePut, calendarId, series.uid);
    await stage.thunderbird.closeMessages();
    if (sequence >= WARM_UP) {
      times.push({ click, put });
    }
  }
  return times;
}

function withExceptions(series: Invitation): string {
  const components = Array.from({ length: EXCEPTIONS }, (_, index) => {
    const day = daysAhead(10 + index * Math.floor(INSTANCES / EXCEPTIONS));
    const times = [...berlin(day, 14), `RECURRENCE-ID;TZID=Europe/Berlin:${day}T100000`];
    const text = calendarObject({ ...series, times });
    return text.slice(text.indexOf("BEGIN:VEVENT"), text.indexOf("END:VCALENDAR"));
  });
  return calendarObject(series).replace("END:VCALENDAR", `${components.join("")}END:VCALENDAR`);
}

async function cardOf(page: Page, headerMessageId: string): Promise<CardRef> {
  const message = await page.evaluate(async (id) => {
    const { messenger } = globalThis as unknown as {
      messenger: { messages: { query(query: object): Promise<{ messages: { id: number }[] }> } };
    };
    const { messages } = await messenger.messages.query({ headerMessageId: id });
    return messages[0]?.id ?? 0;
  }, headerMessageId);
  const view = (await ask(page, "inspectAgain", message)) as MessageView;
  const [card] = view.kind === "inspected" ? view.cards : [];
  if (card === undefined) {
    throw new Error("The message shows no card.");
  }
  return card.ref;
}

/** Runs in the page: it sees nothing of this file. */
async function timeRecord(card: CardRef): Promise<number> {
  const { messenger } = globalThis as unknown as {
    messenger: {
      runtime: { sendMessage(message: object): Promise<{ value: { outcome?: OutcomeView } }> };
    };
  };
  const request = { card, action: "record", partstat: "ACCEPTED", confirmed: true, edit: false };
  const rest = { comment: null, identity: null, calendar: null, delegate: null, counter: null };
  const begin = performance.now();
  const answer = await messenger.runtime.sendMessage({
    request: "answer",
    arguments: [{ ...request, ...rest }],
  });
  const time = performance.now() - begin;
  if (answer.value.outcome?.calendar?.state !== "written") {
    throw new Error(`It is not in the calendar: ${JSON.stringify(answer)}`);
  }
  return time;
}

/** Runs in the page. */
async function timePut(calendarId: string, uid: string): Promise<number> {
  const { messenger } = globalThis as unknown as {
    messenger: { conveneCalendar: ConveneCalendar };
  };
  const { conveneCalendar: port } = messenger;
  const [event] = await port.find(uid);
  const begin = performance.now();
  await port.put(calendarId, event?.text ?? "");
  return performance.now() - begin;
}

/** A year full of appointments, weekly series among them. */
async function fill(calendarId: string): Promise<void> {
  const objects = Array.from({ length: EVENTS }, (_, index) => {
    const day = daysAhead(index < SERIES ? index % 7 : index % 365);
    const rule = index < SERIES ? ["RRULE:FREQ=WEEKLY;COUNT=52"] : [];
    const hour = (hours: number): string => `${day}T${String(hours).padStart(2, "0")}0000Z`;
    const begin = 6 + (index % 15);
    const times = [`DTSTART:${hour(begin)}`, `DTEND:${hour(begin + 1)}`, ...rule];
    return calendarObject({ ...makeInvitation({ times, attendees: [] }), method: "PUBLISH" });
  });
  for (let index = 0; index < objects.length; index += BATCH) {
    await stage.thunderbird.call("addEvents", calendarId, objects.slice(index, index + BATCH));
  }
}

/** Runs in the page: one day after the other, through the Experiment. */
async function lookUp(from: number, count: number): Promise<number[]> {
  const { messenger } = globalThis as unknown as {
    messenger: { conveneCalendar: ConveneCalendar };
  };
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const day = from + (index % 300) * 86_400_000;
    const begin = performance.now();
    const found = await messenger.conveneCalendar.busy(day, day + 86_400_000);
    times.push(performance.now() - begin);
    if (found.length === 0) {
      throw new Error("A day of the year is empty.");
    }
  }
  return times;
}

async function timeSurroundings(page: Page, card: CardRef): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < UPDATES + WARM_UP; index += 1) {
    times.push(
      await page.evaluate(async (ref) => {
        const { messenger } = globalThis as unknown as {
          messenger: { runtime: { sendMessage(message: object): Promise<unknown> } };
        };
        const begin = performance.now();
        await messenger.runtime.sendMessage({ request: "surroundings", arguments: [ref] });
        return performance.now() - begin;
      }, card),
    );
  }
  return times;
}

function say(what: string, times: readonly number[], limit = Infinity): void {
  const longest = Math.max(...times);
  console.log(`${what}: median ${median(times).toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
  if (median(times) >= limit) {
    slow.push(what);
  }
}

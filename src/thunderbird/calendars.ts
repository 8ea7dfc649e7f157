import type { Calendars, CalendarWrite } from "../app/ports.ts";
import type { Change, ConveneCalendar } from "../types/convene-calendar.ts";
import { messenger } from "./messenger.ts";

/*
 * Through our Experiment.
 */

function api(): ConveneCalendar {
  return (messenger as unknown as { conveneCalendar: ConveneCalendar }).conveneCalendar;
}

const thunderbirdCalendars: Calendars = {
  list: () => api().list(),
  find: (uid) => api().find(uid),
  put: (calendarId, text) => change(() => api().put(calendarId, text)),
  remove: (calendarId, uid) => change(() => api().remove(calendarId, uid)),
  busy: (from, to) => api().busy(from, to),
  create: (name) => api().create(name),
};

/** Asked anew each time: the answer costs nothing, and an event page forgets it anyway. */
export async function calendars(): Promise<Calendars | null> {
  try {
    return (await api().isAvailable()) ? thunderbirdCalendars : null;
  } catch (error) {
    console.warn("Convene: Thunderbird's calendars cannot be reached.", error);
    return null;
  }
}

/** The Experiment rejects what it was not made for. */
async function change(run: () => Promise<Change>): Promise<CalendarWrite> {
  try {
    const { outcome, because, detail } = await run();
    return outcome === "failed"
      ? { kind: "failed", because: because === "" ? "unknown" : because, detail }
      : { kind: outcome };
  } catch (error) {
    return { kind: "failed", because: "unknown", detail: String(error) };
  }
}

/** Events were added, changed or removed by anybody; call it at the top level. */
export function onCalendarChange(run: (uids: readonly string[]) => Promise<void>): void {
  api().onChanged.addListener((uids) => {
    void run(uids);
  });
}

/** Thunderbird's own bar above messages with an invitation. */
export async function hideBuiltInBar(isHidden: boolean): Promise<void> {
  await api().hideInvitationBar(isHidden);
}

import { applyInvitation } from "../../src/core/apply/apply-invitation.ts";
import type { Applied, ApplyOrder, Deed } from "../../src/core/apply/order.ts";
import { newProperty } from "../../src/core/calendar/new-property.ts";
import type { Circumstances } from "../../src/core/circumstances.ts";
import { inspect } from "../../src/core/inspect.ts";
import type { InspectedInvitation } from "../../src/core/inspection.ts";
import type { Memory } from "../../src/core/itip/fact.ts";
import { calendarEntries, entriesOf as entriesIn } from "../../src/core/itip/calendar-entries.ts";
import type { Entry } from "../../src/core/itip/invitation.ts";
import { circumstancesOf, messageOf, settle } from "./play.ts";
import type { Scenario, Step } from "./scenario.ts";

/** One message, as the ledger and as the calendar alone see it when it arrives. */
export interface Meeting {
  readonly name: string;
  readonly step: Step;
  readonly byLedger: InspectedInvitation;
  readonly byCalendar: InspectedInvitation;
  /** What became of the calendar; null where the message does not count (yet). */
  readonly applied: Applied | null;
}

export interface PlayedOnCalendar {
  readonly meetings: readonly Meeting[];
  readonly ledger: ReadonlyMap<string, Memory>;
  /** The event of each UID, as the calendar holds it at the end. */
  readonly calendar: ReadonlyMap<string, string>;
}

/** The conversation once with a ledger, once with nothing but the calendar that core/apply keeps. */
export async function playOnCalendar(scenario: Scenario): Promise<PlayedOnCalendar> {
  const ledger = new Map<string, Memory>();
  const calendar = heldAtFirst(scenario);
  const circumstances = circumstancesOf(scenario, ledger);
  const messages = new Map<string, Uint8Array>();
  const meetings: Meeting[] = [];
  for (const step of scenario.steps) {
    const bytes = messages.get(step.name) ?? messageOf(scenario, step);
    messages.set(step.name, bytes);
    const known = await inspect(bytes, circumstances);
    const { invitations } = await inspect(bytes, onCalendarAlone(circumstances, calendar));
    known.invitations.forEach((byLedger, index) => {
      const byCalendar = invitations[index] ?? byLedger;
      const deed = deedOf(step, byLedger);
      const order = { inspected: byCalendar, now: scenario.now, settings: SETTINGS } as const;
      const applied = deed === null ? null : keep(calendar, { ...order, mail: "own", deed });
      meetings.push({ name: step.name, step, byLedger, byCalendar, applied });
    });
    settle(ledger, step, known.invitations);
  }
  return { meetings, ledger, calendar };
}

const SETTINGS: ApplyOrder["settings"] = { declinedEvents: "keep", cancelledEvents: "mark" };

function heldAtFirst({ calendar }: Scenario): Map<string, string> {
  const uids = calendarEntries(calendar).flatMap(({ uid }) => uid ?? []);
  return new Map(uids.map((uid) => [uid, calendar]));
}

function onCalendarAlone(
  circumstances: Circumstances,
  calendar: ReadonlyMap<string, string>,
): Circumstances {
  return {
    ...circumstances,
    recall: (uid) =>
      Promise.resolve({
        memory: { facts: [], decisions: [] },
        calendar: entriesOf(calendar, uid),
      }),
  };
}

export function entriesOf(calendar: ReadonlyMap<string, string>, uid: string): readonly Entry[] {
  return entriesIn(calendar.get(uid) ?? "", uid);
}

/** What counts is taken over without an answer; the user's own steps are his clicks. */
function deedOf({ kind, rest }: Step, byLedger: InspectedInvitation): Deed | null {
  const { applied, situation, invitation } = byLedger;
  if (kind === "answer") {
    const parameters = [{ name: "PARTSTAT", values: [rest] }];
    const attendee = newProperty("ATTENDEE", `mailto:${String(situation.me.address)}`, parameters);
    return { kind: "answer", attendee, comment: null, occurrence: null };
  }
  // A proposal is agreed to by a click alone; one that repeats another must change nothing.
  const isAgreed = invitation.method !== "COUNTER" || kind === "apply";
  const isRepetition = situation.standing.state === "duplicate";
  return kind !== "again" && isAgreed && (applied || isRepetition || kind === "apply")
    ? { kind: "apply" }
    : null;
}

function keep(calendar: Map<string, string>, order: Omit<ApplyOrder, "held">): Applied {
  const uid = order.inspected.invitation.uid ?? "";
  const applied = applyInvitation({ ...order, held: calendar.get(uid) ?? null });
  if (applied.kind === "put") {
    calendar.set(uid, applied.text);
  } else if (applied.kind === "remove") {
    calendar.delete(uid);
  }
  return applied;
}

import { firstProperty } from "./calendar/component.ts";
import type { CalendarTime } from "./calendar/time.ts";
import type { InspectedInvitation, Inspection } from "./inspection.ts";
import { answerAddress, writtenAddress } from "./itip/calendar-user.ts";
import type { Entry, Invitation } from "./itip/invitation.ts";
import { occurrenceTime } from "./itip/read-invitations.ts";
import type { EntryStanding } from "./itip/standing.ts";
import { printInstant, timeKey } from "./itip/time-key.ts";
import { ruleOf } from "./rules/catalogue.ts";
import type { Finding } from "./rules/rule.ts";
import { findingWords } from "./words/finding-words.ts";
import type { Reader } from "./words/translate.ts";

/** JSON for programs: what `convene check` prints for a file (docs/command-line.md). */
export function recordOf(inspection: Inspection, file: string, reader: Reader): object {
  return {
    file,
    verdict: inspection.verdict,
    findings: inspection.findings.map((finding) => findingRecord(finding, reader)),
    invitations: inspection.invitations.map((invitation) => invitationRecord(invitation, reader)),
  };
}

function findingRecord(finding: Finding, reader: Reader): object {
  const placeholders = ruleOf(finding.rule)?.placeholders ?? [];
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: findingWords({ ...finding, placeholders }, reader),
    data: finding.data,
  };
}

function invitationRecord(inspected: InspectedInvitation, reader: Reader): object {
  const { invitation, situation, findings } = inspected;
  const { standing, me, sender } = situation;
  return {
    ...sourceRecord(invitation),
    ...contentRecord(invitation, standing.instances),
    sender: sender.address,
    role: me.role,
    me: me.address,
    matchedBy: me.matchedBy,
    partstat: me.attendee?.partstat ?? null,
    answered: situation.answered && {
      partstat: situation.answered.partstat,
      sequence: situation.answered.sequence,
      at: printInstant(situation.answered.at),
    },
    state: standing.state,
    answerNeeded: inspected.answerNeeded,
    actions: inspected.actions,
    replyTo: answerAddress(invitation.main?.organizer ?? null),
    verdict: inspected.verdict,
    changes: standing.changes,
    findings: findings.map((finding) => findingRecord(finding, reader)),
  };
}

function sourceRecord({ acting, copies, ...invitation }: Invitation): object {
  return {
    part: acting.object.source.part?.number ?? null,
    copies: copies.flatMap(({ object }) => object.source.part?.number ?? []),
    method: invitation.method,
    methodParameter: invitation.methodParameter,
    component: invitation.component,
    uid: invitation.uid,
  };
}

function contentRecord(
  { main, instances }: Invitation,
  standings: readonly EntryStanding[],
): object {
  const content = main === null ? UNKNOWN : entryRecord(main);
  const changed = instances.map((instance, index) => ({
    recurrenceId: printTime(occurrenceTime(instance)),
    start: printTime(instance.start),
    end: printTime(instance.end),
    state: standings[index]?.state ?? null,
    changes: standings[index]?.changes ?? [],
  }));
  return { ...content, instances: changed };
}

function entryRecord(entry: Entry): typeof UNKNOWN {
  const { start, dtstamp, organizer } = entry;
  return {
    recurrenceId: printTime(entry.recurrenceId),
    sequence: entry.sequence,
    dtstamp: dtstamp === null ? null : printInstant(dtstamp),
    summary: entry.summary,
    start: printTime(start),
    end: printTime(entry.end),
    timeZone: start?.timeZone ?? null,
    tzid: start?.tzid ?? null,
    allDay: entry.allDay,
    recurrence: recurrenceOf(entry),
    organizer: organizer === null ? null : writtenAddress(organizer),
  };
}

/** Of an object without any component. */
const UNKNOWN: {
  readonly recurrenceId: string | null;
  readonly sequence: number | null;
  readonly dtstamp: string | null;
  readonly summary: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly timeZone: string | null;
  readonly tzid: string | null;
  readonly allDay: boolean | null;
  readonly recurrence: string | null;
  readonly organizer: string | null;
} = {
  recurrenceId: null,
  sequence: null,
  dtstamp: null,
  summary: null,
  start: null,
  end: null,
  timeZone: null,
  tzid: null,
  allDay: null,
  recurrence: null,
  organizer: null,
};

/** RRULE as written; "RDATE" for a series that is a list of dates alone. */
function recurrenceOf({ component }: Entry): string | null {
  const rule = firstProperty(component, "RRULE")?.value.trim() ?? null;
  return rule ?? (firstProperty(component, "RDATE") === null ? null : "RDATE");
}

function printTime(time: CalendarTime | null): string | null {
  return timeKey(time) || null;
}

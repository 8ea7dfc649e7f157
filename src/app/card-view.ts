import { occurrencesFrom } from "../core/answer/occurrences.ts";
import { joinLinkOf } from "../core/content/join-link.ts";
import { confirmReasons } from "../core/confirm-reasons.ts";
import type { InspectedInvitation } from "../core/inspection.ts";
import { answerAddress } from "../core/itip/calendar-user.ts";
import type { Entry } from "../core/itip/invitation.ts";
import { occurrenceTime } from "../core/itip/read-invitations.ts";
import { isReplyWanted } from "../core/itip/reply-wanted.ts";
import { newestHeld } from "../core/itip/newest-held.ts";
import type { EntryStanding } from "../core/itip/standing.ts";
import { sameAddress } from "../core/mail/address.ts";
import { isMine } from "../core/people/me.ts";
import { seriesWords } from "../core/series-words.ts";
import type { Reader } from "../core/words/translate.ts";
import { ruleOf } from "../core/rules/catalogue.ts";
import type { Finding } from "../core/rules/rule.ts";
import type { CardRef, CardView, FindingView, IdentityView, OccurrencesView } from "./card.ts";
import { peopleView } from "./card-people.ts";
import { outcomeOf, type Intent } from "./intent.ts";
import type { Identity, Settings } from "./ports.ts";

/** What a card is made of. */
export interface CardSource {
  readonly ref: CardRef;
  readonly inspected: InspectedInvitation;
  readonly identities: readonly Identity[];
  readonly lastIntent: Intent | null;
  readonly settings: Settings;
  readonly canDelete: boolean;
}

/** Of a series so many occurrences are offered at once. */
export const OFFERED_OCCURRENCES = 5;

/** One invitation of a message as plain data for a page. */
export function cardView(source: CardSource, reader: Reader): CardView {
  const { inspected, ref, identities, lastIntent, settings } = source;
  const { invitation, situation } = inspected;
  return {
    ref,
    part: invitation.acting.object.source.part?.number ?? null,
    method: invitation.method,
    component: invitation.component,
    sequence: invitation.main?.sequence ?? 0,
    state: situation.standing.state,
    verdict: inspected.verdict,
    isEncrypted: inspected.isEncrypted,
    joinLink: joinLinkOf(invitation),
    ...contentView(inspected, reader),
    ...peopleView(inspected),
    ...historyView(inspected),
    occurrences: occurrencesView(inspected, reader),
    findings: inspected.findings.map(findingView),
    actions: inspected.actions,
    replyWanted: isReplyWanted(invitation, situation.me),
    confirm: confirmReasons(inspected, settings),
    canEdit: inspected.actions.includes("accept"),
    canDelete: source.canDelete,
    editFirst: settings.alwaysEdit && inspected.actions.includes("accept"),
    replyTo: answerAddress(invitation.main?.organizer ?? null),
    identities: identityViews(inspected, identities),
    templates: settings.templates,
    outcome: lastIntent === null ? null : outcomeOf(lastIntent),
  };
}

function occurrencesView(inspected: InspectedInvitation, { now }: Reader): OccurrencesView {
  return inspected.actions.includes("accept")
    ? occurrencesFrom(inspected, { now }, OFFERED_OCCURRENCES)
    : { shown: [], hasMore: false };
}

export function findingView(finding: Finding): FindingView {
  const rule = ruleOf(finding.rule);
  return { ...finding, placeholders: rule?.placeholders ?? [], clause: rule?.clause ?? "" };
}

/**
 * The identity that was invited, else the one that answers for the invited address, else the first:
 * the default one of the message's account.
 */
export function preferredIdentity(
  { situation }: InspectedInvitation,
  identities: readonly Identity[],
): Identity | null {
  const { address } = situation.me;
  const invited = identities.find(({ email }) => sameAddress(email, address));
  const speaker = identities.find((identity) => answersFor(identity, address));
  return invited ?? speaker ?? identities[0] ?? null;
}

/** The address is one of those that the identity answers for, in whichever way it is spelled. */
function answersFor({ aliases = [] }: Identity, address: string | null): boolean {
  return isMine(address, { identities: [], aliases });
}

type Content = Pick<
  CardView,
  | "summary"
  | "description"
  | "location"
  | "start"
  | "end"
  | "allDay"
  | "occurrence"
  | "thisAndFuture"
  | "recurrence"
  | "instances"
>;

function contentView({ invitation, situation }: InspectedInvitation, reader: Reader): Content {
  const { main, instances } = invitation;
  const changed = instances.map((entry, index) =>
    instanceView(entry, situation.standing.instances[index]),
  );
  return { ...(main === null ? UNKNOWN : entryView(main, reader)), instances: changed.flat() };
}

function entryView(entry: Entry, reader: Reader): Omit<Content, "instances"> {
  const { summary, description, location, start, end, allDay, thisAndFuture } = entry;
  return {
    summary,
    description,
    location,
    start,
    end,
    allDay,
    occurrence: entry.recurrenceId,
    thisAndFuture,
    recurrence: seriesWords(entry, reader),
  };
}

/** Of an object without any component. */
const UNKNOWN: Omit<Content, "instances"> = {
  summary: null,
  description: null,
  location: null,
  start: null,
  end: null,
  allDay: false,
  occurrence: null,
  thisAndFuture: false,
  recurrence: null,
};

function instanceView(entry: Entry, standing: EntryStanding | undefined): Content["instances"] {
  const { start, end, allDay } = entry;
  const recurrenceId = occurrenceTime(entry);
  if (recurrenceId === null || standing === undefined) {
    return [];
  }
  const { state, changes } = standing;
  return [{ recurrenceId, start, end, allDay, state, changes }];
}

type History = Pick<
  CardView,
  "answered" | "partstatInCalendar" | "answerNeeded" | "changes" | "knownVersion"
>;

function historyView(inspected: InspectedInvitation): History {
  const { situation, answerNeeded } = inspected;
  const { standing, answered } = situation;
  const { against, changes } = standing;
  return {
    answered,
    partstatInCalendar: situation.partstatInCalendar,
    answerNeeded,
    changes,
    knownVersion: against && {
      sequence: against.sequence,
      dtstamp: against.dtstamp,
      headerMessageId: messageToOpen(inspected),
    },
  };
}

/** The newer message, or the one that this one repeats; null where it was deleted or is none. */
function messageToOpen({ invitation, situation }: InspectedInvitation): string | null {
  const { main, method } = invitation;
  const { standing } = situation;
  if (standing.state === "stale" && main !== null) {
    return newestHeld(standing, { ...main, method: method ?? "" })?.source ?? null;
  }
  const source = standing.against?.source ?? "";
  return source === "" || standing.known.gone.has(source) ? null : source;
}

function identityViews(
  inspected: InspectedInvitation,
  identities: readonly Identity[],
): readonly IdentityView[] {
  const preferred = preferredIdentity(inspected, identities);
  const { invited } = inspected.situation.me;
  return [...identities]
    .sort((a, b) => Number(b === preferred) - Number(a === preferred))
    .map(({ id, name, email }) => ({
      id,
      name,
      address: email,
      isInvited: invited.some((address) => sameAddress(address, email)),
    }));
}

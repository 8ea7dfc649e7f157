import { firstProperty, textValue } from "../calendar/component.ts";
import type { Parameter, Property } from "../calendar/object.ts";
import { writtenAddress } from "../itip/calendar-user.ts";
import { countedParameters, countedReply } from "../itip/counted-reply.ts";
import type { Attendee, Entry } from "../itip/invitation.ts";
import { compareVersions, type Version } from "../itip/version.ts";
import { sameAddress } from "../mail/address.ts";
import { replier } from "../people/sender.ts";
import type { CalendarEvent } from "./calendar-event.ts";
import { incomingOf, type Incoming } from "./incoming.ts";
import { occurrenceAt } from "./occurrence-entry.ts";
import type { ApplyOrder, Untouched } from "./order.ts";
import { addressOf, withParticipation } from "./own-participation.ts";

/** Where Google keeps an attendee's words. */
const RESPONSE_COMMENT = "X-RESPONSE-COMMENT";

/** Characters of an attendee's words that a calendar keeps; the mail has them all. */
const MAX_COMMENT = 500;

/** REPLY to the user's own event: the attendee's PARTSTAT and words (RFC 5546 §3.2.3). */
export function applyReply(order: ApplyOrder, held: CalendarEvent): CalendarEvent | Untouched {
  if (held.size === 0 || order.inspected.situation.me.role !== "organizer") {
    return "unknown-event";
  }
  if (order.inspected.findings.some(({ rule }) => rule === "reply-to-current-version")) {
    return "outdated";
  }
  const result = new Map(held);
  const outcomes = incomingOf(order).map((one): Untouched | null => {
    const entry = occurrenceAt(result, one.key);
    const author = authorOf(one, order);
    if (entry === null || author === null) {
      return "unknown-event";
    }
    if (isOutdated(entry, author, one.version)) {
      return "outdated";
    }
    result.set(one.key, withReply(entry, author, one));
    return null;
  });
  return outcomes.includes(null) ? result : (outcomes[0] ?? "unknown-event");
}

function authorOf({ entry }: Incoming, { inspected }: ApplyOrder): Attendee | null {
  const { invitation, situation } = inspected;
  return replier({ ...invitation, main: entry }, situation.sender.address);
}

/** Answers age per attendee (RFC 5546 §2.1.5). */
function isOutdated(entry: Entry, author: Attendee, version: Version): boolean {
  const known = attendeeOf(entry, author);
  const counted = known && countedReply(known);
  return counted !== null && compareVersions(counted, version) > 0;
}

function attendeeOf({ attendees }: Entry, author: Attendee): Property | null {
  const address = writtenAddress(author);
  const known = attendees.find((attendee) => sameAddress(writtenAddress(attendee), address));
  return known?.property ?? null;
}

function withReply(entry: Entry, author: Attendee, { entry: reply, version }: Incoming): Entry {
  const answered = withParticipation(entry, saidOf(author), [
    ...countedParameters(version),
    { name: RESPONSE_COMMENT, values: commentOf(reply) },
  ]);
  return author.delegatedTo.reduce(
    (current, delegate) => withDelegate(current, delegate, author),
    author.delegatedFrom.reduce(
      (current, delegator) => withDelegator(current, delegator, author),
      answered,
    ),
  );
}

/** What may be believed of an attendee's own line. */
const SAID: readonly string[] = [
  ...["CN", "CUTYPE", "ROLE", "PARTSTAT", "DELEGATED-TO", "DELEGATED-FROM", "SENT-BY"],
];

function saidOf({ property }: Attendee): Property {
  const parameters = property.parameters.filter(({ name }) => SAID.includes(name));
  return { ...property, parameters };
}

function commentOf({ component }: Entry): readonly string[] {
  const property = firstProperty(component, "COMMENT");
  const text = property === null ? "" : textValue(property).trim();
  return text === "" ? [] : [text.slice(0, MAX_COMMENT)];
}

/** Whom somebody sends in his place is invited by that (RFC 5546 §3.2.2.3). */
function withDelegate(entry: Entry, delegate: string, { property }: Attendee): Entry {
  const isKnown = entry.attendees.some(({ address }) => sameAddress(address, delegate));
  return isKnown
    ? entry
    : withParticipation(entry, newAttendee(delegate, property, "DELEGATED-FROM"));
}

/** The delegate answered before his delegator's word came. */
function withDelegator(entry: Entry, delegator: string, { property }: Attendee): Entry {
  const known = entry.attendees.find(({ address }) => sameAddress(address, delegator));
  if (known === undefined || known.delegatedTo.length > 0) {
    return entry;
  }
  const parameters: readonly Parameter[] = [
    { name: "PARTSTAT", values: ["DELEGATED"] },
    { name: "DELEGATED-TO", values: [`mailto:${addressOf(property)}`] },
  ];
  return withParticipation(entry, { ...known.property, parameters });
}

function newAttendee(address: string, of: Property, relation: string): Property {
  const role = of.parameters.filter(({ name }) => name === "ROLE");
  const parameters: readonly Parameter[] = [
    ...role,
    { name: "PARTSTAT", values: ["NEEDS-ACTION"] },
    { name: "RSVP", values: ["TRUE"] },
    { name: relation, values: [`mailto:${addressOf(of)}`] },
  ];
  return { name: "ATTENDEE", parameters, value: `mailto:${address}`, line: 0, offset: 0 };
}

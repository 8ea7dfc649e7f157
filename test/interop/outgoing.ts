import { simpleParser } from "mailparser";

import type { Answer } from "../../src/core/answer/answer.ts";
import {
  actionOf,
  composeAnswer,
  composeDelegation,
} from "../../src/core/answer/compose-answer.ts";
import type { AnswerOrder, ComposedAnswer } from "../../src/core/answer/compose-answer.ts";
import type { CalendarTime } from "../../src/core/calendar/time.ts";
import { NOTHING_REMEMBERED } from "../../src/core/circumstances.ts";
import { inspect } from "../../src/core/inspect.ts";
import type { InspectedInvitation, Inspection } from "../../src/core/inspection.ts";
import { answerAddress } from "../../src/core/itip/calendar-user.ts";
import { inviteMessage } from "../../src/core/organize/invite-message.ts";
import type { Purpose } from "../../src/core/organize/order.ts";
import { reader } from "../core/words/english.ts";
import { NOW, readShape, readStored, USER, type Shape } from "./shapes.ts";

/** Everything that Convene writes. */
export type Kind =
  | "accept"
  | "tentative"
  | "decline"
  | "comment"
  | "occurrence"
  | "delegate"
  | "delegate-request"
  | "counter"
  | "counter-occurrence"
  | "refresh"
  | "refresh-occurrence"
  | Purpose;

/** One message that leaves, and what its readers must find in it. */
export interface Outgoing {
  readonly shape: Shape;
  readonly kind: Kind;
  readonly method: string;
  readonly uid: string;
  /** The user's ATTENDEE, as a URI. */
  readonly attendee: string;
  /** The user's PARTSTAT; null where the message says none. */
  readonly partstat: string | null;
  readonly comment: string | null;
  readonly message: Uint8Array;
  /** The iCalendar object within it. */
  readonly object: string;
  /** The event as it lies in its organizer's calendar: without METHOD. */
  readonly stored: string;
}

export const DELEGATE = "dora@example.org";

export const COMMENT = "Gern, aber später: 10:30; Raum 2?\nc:\\temp → „äöü“, 日本語 und 🎉";

interface Said {
  readonly answer: Answer;
  readonly method: string;
  readonly partstat: string | null;
  readonly comment?: string;
  readonly ofOccurrence?: true;
  readonly toDelegate?: true;
}

const at = (hour: number): CalendarTime => {
  const instant = Date.UTC(2026, 11, 20, hour);
  const wall = new Date(instant).toISOString().slice(0, 19);
  return { kind: "utc", wall, instant, tzid: null, timeZone: null };
};

const reply = (partstat: "ACCEPTED" | "TENTATIVE" | "DECLINED"): Said => ({
  answer: { kind: "reply", partstat },
  method: "REPLY",
  partstat,
});

const delegation: Answer = { kind: "delegate", delegate: DELEGATE };

const counter: Said = {
  answer: { kind: "counter", start: at(9), end: at(10) },
  method: "COUNTER",
  partstat: "TENTATIVE",
};

const refresh: Said = { answer: { kind: "refresh" }, method: "REFRESH", partstat: null };

/** What an attendee says. */
const ANSWERS: Readonly<Record<Exclude<Kind, Purpose>, Said>> = {
  accept: reply("ACCEPTED"),
  tentative: reply("TENTATIVE"),
  decline: reply("DECLINED"),
  comment: { ...reply("ACCEPTED"), comment: COMMENT },
  occurrence: { ...reply("DECLINED"), ofOccurrence: true },
  delegate: { answer: delegation, method: "REPLY", partstat: "DELEGATED" },
  "delegate-request": {
    ...{ answer: delegation, method: "REQUEST", partstat: "DELEGATED" },
    toDelegate: true,
  },
  counter: { ...counter, comment: COMMENT },
  "counter-occurrence": { ...counter, ofOccurrence: true },
  refresh,
  "refresh-occurrence": { ...refresh, ofOccurrence: true },
};

const HOUR = 3_600_000;

/** What an organizer says, one after the other. */
const PURPOSES: Readonly<Record<Purpose, { readonly method: string; readonly now: number }>> = {
  invite: { method: "REQUEST", now: NOW },
  update: { method: "REQUEST", now: NOW + HOUR },
  cancel: { method: "CANCEL", now: NOW + 2 * HOUR },
};

export const KINDS = [...Object.keys(ANSWERS), ...Object.keys(PURPOSES)] as readonly Kind[];

/** Everything that can be said about a shape. */
export async function outgoingOf(shape: Shape): Promise<readonly Outgoing[]> {
  const inspection = await inspect(readShape(shape), {
    now: NOW,
    addresses: { identities: [USER.address], aliases: shape.aliases ?? [] },
    authserv: null,
    folder: "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    recall: () => Promise.resolve(NOTHING_REMEMBERED),
  });
  const written: Outgoing[] = [];
  for (const [index, inspected] of inspection.invitations.entries()) {
    const about = { shape, inspection, inspected, index };
    const invite = await objectIn(organize(about, "invite"));
    const stored = (readStored(shape) ?? invite).replace(/^METHOD:.*\r\n/m, "");
    const question = { ...about, stored };
    written.push(...(await answersTo(question)), ...(await organized(question)));
  }
  return written;
}

interface About {
  readonly shape: Shape;
  readonly inspection: Inspection;
  readonly inspected: InspectedInvitation;
  /** Which invitation of the message. */
  readonly index: number;
}

interface Question extends About {
  readonly stored: string;
}

/** The user's ATTENDEE; of a list, the user himself. */
function attendeeOf({ situation }: InspectedInvitation): string {
  const { attendee, matchedBy } = situation.me;
  return attendee === null || matchedBy === "recipient"
    ? `mailto:${USER.address}`
    : attendee.property.value.trim();
}

async function answersTo(question: Question): Promise<readonly Outgoing[]> {
  const { shape, inspected, stored } = question;
  const { invitation } = inspected;
  const attendee = attendeeOf(inspected);
  const uid = invitation.uid ?? "";
  const written: Outgoing[] = [];
  for (const [kind, said] of Object.entries(ANSWERS) as [Kind, Said][]) {
    const isAsked = said.ofOccurrence !== true || shape.occurrence !== undefined;
    if (isAsked && inspected.actions.includes(actionOf(said.answer))) {
      const message = compose(question, said);
      const object = await objectIn(message);
      const { method, partstat, comment = null } = said;
      written.push({
        shape,
        kind,
        method,
        uid,
        attendee,
        partstat,
        comment,
        message,
        object,
        stored,
      });
    }
  }
  return written;
}

function compose({ inspection, inspected, shape, index }: About, said: Said): Uint8Array {
  const order: AnswerOrder = {
    inspection,
    inspected,
    answer: said.answer,
    answerer: USER,
    wording: {
      comment: said.comment ?? null,
      occurrence: said.ofOccurrence === true ? (shape.occurrence ?? null) : null,
    },
    subject: null,
    now: NOW,
    offsetMinutes: 60,
    messageId: `answer-${index}@example.org`,
    fields: [],
    attachCopy: false,
  };
  return bytesOf(
    said.toDelegate === true
      ? composeDelegation(order, DELEGATE, reader())
      : composeAnswer(order, reader()),
  );
}

/** The same event as its organizer sends it. */
async function organized(question: Question): Promise<readonly Outgoing[]> {
  const { shape, inspected, stored } = question;
  const uid = inspected.invitation.uid ?? "";
  const said = { attendee: attendeeOf(inspected), partstat: null, comment: null };
  const written: Outgoing[] = [];
  for (const kind of ["invite", "update", "cancel"] as const) {
    const { method } = PURPOSES[kind];
    const message = organize(question, kind);
    const object = await objectIn(message);
    written.push({ shape, kind, method, uid, ...said, message, object, stored });
  }
  return written;
}

function organize({ inspected, index }: About, purpose: Purpose): Uint8Array {
  const { invitation } = inspected;
  const organizer = invitation.main?.organizer ?? null;
  const order = {
    purpose,
    organizer: {
      name: organizer?.name ?? "",
      address: answerAddress(organizer) ?? "organizer@example.com",
    },
    to: [],
    uid: "",
    now: PURPOSES[purpose].now,
    messageId: `${purpose}-${index}@example.com`,
  };
  return bytesOf(inviteMessage(invitation, order, reader()));
}

function bytesOf(message: ComposedAnswer): Uint8Array {
  if (message.kind !== "written") {
    throw new Error(`It cannot be written: ${JSON.stringify(message)}`);
  }
  return message.bytes;
}

/** Taken out of the message by somebody else's parser. */
async function objectIn(message: Uint8Array): Promise<string> {
  const { attachments } = await simpleParser(Buffer.from(message));
  const part = attachments.find(({ contentType }) => contentType === "text/calendar");
  return new TextDecoder().decode(part?.content);
}

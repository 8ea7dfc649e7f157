import { answerAddress } from "../itip/calendar-user.ts";
import type { Draft } from "../mail/draft.ts";
import { imipBody } from "../mail/imip-body.ts";
import type { Envelope } from "../mail/mail.ts";
import { writeMail, type WrittenMail } from "../mail/write-mail.ts";
import type { CalendarUser } from "../itip/invitation.ts";
import type { Answerer } from "./answer.ts";

/** Everything around the iCalendar object of an answer. */
export interface AnswerEnvelope {
  readonly answerer: Answerer;
  /** The one recipient: nobody but the organizer (RFC 6047 §2.3). */
  readonly organizer: CalendarUser;
  /** The invitation's message; null for a bare file. */
  readonly invitation: Envelope | null;
  readonly subject: string;
  /** What people read; line feeds end lines. */
  readonly text: string;
  /** Without angle brackets. */
  readonly messageId: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  readonly offsetMinutes?: number;
  /** Such as X-Identity-Key, for the transport. */
  readonly fields: Draft["fields"];
  /** Attach the object once more as application/ics, for readers that know attachments alone. */
  readonly attachCopy: boolean;
}

/** The complete message (RFC 6047 §2.4): text and calendar object as alternatives of each other. */
export function answerMessage(
  envelope: AnswerEnvelope,
  object: { readonly method: string; readonly text: string },
): WrittenMail {
  const { answerer, organizer, invitation, messageId, fields } = envelope;
  const original = invitation?.messageId ?? null;
  return writeMail({
    from: answerer,
    to: [{ name: organizer.name ?? "", address: answerAddress(organizer) ?? "" }],
    subject: envelope.subject,
    date: envelope.date,
    offsetMinutes: envelope.offsetMinutes ?? 0,
    messageId,
    inReplyTo: original,
    references: original === null ? [] : [...(invitation?.references ?? []), original],
    fields,
    body: imipBody(envelope.text, object, envelope.attachCopy),
  });
}

import type { InspectedInvitation, Inspection } from "../inspection.ts";
import type { Action } from "../itip/actions.ts";
import type { HeaderField } from "../mail/mail.ts";
import type { WrittenMail } from "../mail/write-mail.ts";
import { answerSubject, answerText, type AnswerSentence } from "../words/answer-words.ts";
import type { Reader } from "../words/translate.ts";
import { writtenWhen } from "../words/written-when.ts";
import { answerMessage, type AnswerEnvelope } from "./answer-message.ts";
import { answerObject, type AnswerObject, type AnswerParts } from "./answer-object.ts";
import { delegationRequest } from "./delegation-request.ts";
import type { Answer, Answerer, Wording } from "./answer.ts";
import { targetOf, targetSpan } from "./occurrence.ts";

/** One answer to one invitation, ready to be written. */
export interface AnswerOrder {
  readonly inspection: Inspection;
  readonly inspected: InspectedInvitation;
  readonly answer: Answer;
  readonly answerer: Answerer;
  readonly wording: Wording;
  /** In place of the words made from the answer; null: those. */
  readonly subject: string | null;
  /** DTSTAMP and Date, milliseconds since 1970. */
  readonly now: number;
  readonly offsetMinutes: number;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly fields: readonly HeaderField[];
  readonly attachCopy: boolean;
}

export type ComposedAnswer = WrittenMail | Exclude<AnswerObject, { kind: "object" }>;

/** The complete message to the organizer. */
export function composeAnswer(order: AnswerOrder, reader: Reader): ComposedAnswer {
  const object = answerObject(partsOf(order));
  const organizer = order.inspected.invitation.main?.organizer ?? null;
  return object.kind === "object" && organizer !== null
    ? answerMessage({ ...envelopeOf(order, reader), organizer }, object)
    : refusalOf(object);
}

/** The REQUEST for the delegate, the one message that does not go to the organizer. */
export function composeDelegation(
  order: AnswerOrder,
  delegate: string,
  reader: Reader,
): ComposedAnswer {
  const object = delegationRequest(partsOf(order), delegate);
  if (object.kind !== "object") {
    return object;
  }
  const property = {
    name: "ATTENDEE",
    parameters: [],
    value: `mailto:${delegate}`,
    line: 0,
    offset: 0,
  };
  const recipient = { property, address: delegate, name: null, sentBy: null, email: null };
  return answerMessage({ ...envelopeOf(order, reader), organizer: recipient }, object);
}

/** The action of a card that an answer carries out. */
export function actionOf(answer: Answer): Action {
  if (answer.kind !== "reply") {
    return answer.kind;
  }
  switch (answer.partstat) {
    case "ACCEPTED":
      return "accept";
    case "TENTATIVE":
      return "tentative";
    case "DECLINED":
      return "decline";
  }
}

function partsOf(order: AnswerOrder): AnswerParts {
  const { inspected, answerer, answer, wording, now } = order;
  const { invitation, situation } = inspected;
  return { invitation, me: situation.me, answerer, answer, wording, now };
}

function envelopeOf(order: AnswerOrder, reader: Reader): Omit<AnswerEnvelope, "organizer"> {
  const sentence = sentenceOf(order, reader);
  const { answerer, inspection, messageId, now, offsetMinutes, fields, attachCopy } = order;
  return {
    answerer,
    invitation: inspection.envelope,
    subject: order.subject ?? answerSubject(sentence, reader.translate),
    text: answerText(sentence, reader.translate),
    messageId,
    date: now,
    offsetMinutes,
    fields,
    attachCopy,
  };
}

function sentenceOf(order: AnswerOrder, reader: Reader): AnswerSentence {
  const { inspected, answer, answerer, wording } = order;
  const target = targetOf(inspected.invitation, wording.occurrence);
  const span = target && (wording.occurrence === null ? target.entry : targetSpan(target));
  return {
    answer,
    name: answerer.name === "" ? answerer.address : answerer.name,
    summary: target?.entry.summary ?? null,
    when: span === null ? "" : writtenWhen(span, reader).join(" · "),
    comment: wording.comment,
  };
}

function refusalOf(object: AnswerObject): Exclude<AnswerObject, { kind: "object" }> {
  return object.kind === "object" ? { kind: "not-answerable" } : object;
}

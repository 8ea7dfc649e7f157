import { simpleParser, type ParsedMail } from "mailparser";

import type { Answer } from "../../../src/core/answer/answer.ts";
import {
  composeAnswer,
  composeDelegation,
  type AnswerOrder,
} from "../../../src/core/answer/compose-answer.ts";
import { NOTHING_REMEMBERED } from "../../../src/core/circumstances.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { messageOf, ME, NOW, type Case } from "../rules/rule-tester.ts";
import { reader } from "../words/english.ts";

export const ACCEPTED: Answer = { kind: "reply", partstat: "ACCEPTED" };

/** An invitation, and what the user says to it. */
export interface Question extends Omit<Case, "name"> {
  readonly answer?: Answer;
  readonly comment?: string;
  readonly occurrence?: string;
  /** Address of the identity that answers. */
  readonly from?: string;
  readonly name?: string;
  /** Write the REQUEST for the delegate instead. */
  readonly toDelegate?: boolean;
}

export interface Answered {
  readonly kind: string;
  readonly raw: string;
  readonly mail: ParsedMail;
  /** Content lines of the object, unfolded. */
  readonly lines: readonly string[];
  /** Those of the answering component. */
  readonly event: readonly string[];
}

const NOT_WRITTEN = { raw: "", lines: [], event: [] } as const;

export async function answered(question: Question): Promise<Answered> {
  const order = await orderOf(question);
  const { answer } = order;
  const written =
    question.toDelegate === true && answer.kind === "delegate"
      ? composeDelegation(order, answer.delegate, reader())
      : composeAnswer(order, reader());
  if (written.kind !== "written") {
    return { kind: written.kind, mail: await simpleParser(Buffer.alloc(0)), ...NOT_WRITTEN };
  }
  const raw = new TextDecoder().decode(written.bytes);
  const mail = await simpleParser(Buffer.from(raw));
  const object = mail.attachments.find(({ contentType }) => contentType === "text/calendar");
  const text = new TextDecoder().decode(object?.content);
  const lines = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  const begin = lines.findIndex((line) => /^BEGIN:V(EVENT|TODO)$/.test(line));
  return { kind: "written", raw, mail, lines, event: lines.slice(begin + 1, -2) };
}

async function orderOf(question: Question): Promise<AnswerOrder> {
  const { answer = ACCEPTED, comment = null, occurrence = null, from = ME, name = "" } = question;
  const message = question.message ?? messageOf({ name: "", ...question });
  const bytes =
    typeof message === "string"
      ? Uint8Array.from(message, (character) => character.charCodeAt(0))
      : message;
  const inspection = await inspect(bytes, {
    now: NOW,
    addresses: { identities: [ME], aliases: [] },
    authserv: null,
    folder: "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    ...question.circumstances,
    recall: () => Promise.resolve(question.remembered ?? NOTHING_REMEMBERED),
  });
  const [inspected] = inspection.invitations;
  if (inspected === undefined) {
    throw new Error("nothing to answer");
  }
  return {
    inspection,
    inspected,
    answer,
    answerer: { name, address: from },
    wording: { comment, occurrence },
    subject: null,
    now: NOW,
    offsetMinutes: 0,
    messageId: "answer-1@example.org",
    fields: [],
    attachCopy: false,
  };
}

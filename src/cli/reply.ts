import { composeAnswer, composeDelegation, actionOf } from "../core/answer/compose-answer.ts";
import type { AnswerOrder, ComposedAnswer } from "../core/answer/compose-answer.ts";
import type { Answer, Answerer } from "../core/answer/answer.ts";
import type { CalendarTime } from "../core/calendar/time.ts";
import { inspect } from "../core/inspect.ts";
import type { InspectedInvitation, Inspection } from "../core/inspection.ts";
import { fingerprint } from "../core/itip/fingerprint.ts";
import { printInstant } from "../core/itip/time-key.ts";
import { isAddrSpec, sameAddress, splitAddress } from "../core/mail/address.ts";
import { answererFrom } from "./answerer.ts";
import { open } from "./open.ts";
import { UsageError, type AnswerOption, type Options } from "./options.ts";
import { parseInstant } from "./parse-instant.ts";
import { refuse } from "./refuse.ts";
import { circumstancesOf, readerOf, readLedger } from "./world.ts";

/** `convene reply`: 1 and one line on stderr when the invitation does not offer the answer. */
export async function reply(options: Options): Promise<number> {
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0 || options.answer === null) {
    throw new UsageError("reply: one FILE and one answer are needed");
  }
  const answer = answerOf(options.answer);
  const bytes = open(file);
  if (typeof bytes === "string") {
    return refuse(bytes);
  }
  const inspection = await inspect(bytes, circumstancesOf(options, readLedger(options.ledger)));
  const inspected = inspection.invitations[options.invitation - 1];
  if (inspected === undefined) {
    return refuse(`${file} has no invitation ${String(options.invitation)}`);
  }
  if (!inspected.actions.includes(actionOf(answer))) {
    const offered = inspected.actions.join(", ") || "nothing";
    return refuse(`this invitation cannot be answered so; it offers: ${offered}`);
  }
  return print(composed(orderOf({ inspection, inspected, answer, options }), options));
}

function composed(order: AnswerOrder, options: Options): ComposedAnswer {
  const reader = readerOf(options);
  return order.answer.kind === "delegate" && options.toDelegate
    ? composeDelegation(order, order.answer.delegate, reader)
    : composeAnswer(order, reader);
}

function print(message: ComposedAnswer): number {
  switch (message.kind) {
    case "written":
      process.stdout.write(message.bytes);
      return 0;
    case "refused":
      return refuse(`${message.field} cannot be written: ${message.value}`);
    case "no-occurrence":
      return refuse("--occurrence names no occurrence of this invitation");
    case "not-answerable":
      return refuse("without UID and ORGANIZER there is nobody to answer");
  }
}

interface Request {
  readonly inspection: Inspection;
  readonly inspected: InspectedInvitation;
  readonly answer: Answer;
  readonly options: Options;
}

function orderOf({ inspection, inspected, answer, options }: Request): AnswerOrder {
  const now = options.now ?? Date.now();
  const answerer = answererOf(options, inspected);
  const domain = splitAddress(answerer.address)?.domain ?? "localhost";
  const name = fingerprint(JSON.stringify([inspection.source, answer, options.occurrence, now]));
  return {
    inspection,
    inspected,
    answer,
    answerer,
    wording: { comment: options.comment, occurrence: options.occurrence },
    subject: null,
    now,
    offsetMinutes: 0,
    messageId: `${name}@${domain}`,
    fields: [],
    attachCopy: false,
  };
}

function answererOf(options: Options, { situation }: InspectedInvitation): Answerer {
  const answerer = answererFrom(options, (address) => sameAddress(address, situation.me.address));
  if (answerer === null) {
    throw new UsageError("reply: --me or --from is needed");
  }
  return answerer;
}

function answerOf(option: AnswerOption): Answer {
  switch (option.action) {
    case "accept":
      return { kind: "reply", partstat: "ACCEPTED" };
    case "tentative":
      return { kind: "reply", partstat: "TENTATIVE" };
    case "decline":
      return { kind: "reply", partstat: "DECLINED" };
    case "refresh":
      return { kind: "refresh" };
    case "delegate":
      if (!isAddrSpec(option.delegate)) {
        throw new UsageError(`--delegate: "${option.delegate}" is no address`);
      }
      return { kind: "delegate", delegate: option.delegate };
    case "counter":
      return counterOf(option);
  }
}

function counterOf({ start, end }: Extract<AnswerOption, { action: "counter" }>): Answer {
  const from = timeOf(start);
  const to = end === null ? null : timeOf(end);
  if (to !== null && (to.kind !== from.kind || to.wall <= from.wall)) {
    throw new UsageError("--counter: END must be a time after START");
  }
  return { kind: "counter", start: from, end: to };
}

/** A date stays a day; every other time is an instant. */
function timeOf(text: string): CalendarTime {
  const instant = parseInstant(text);
  if (instant === null) {
    throw new UsageError(`--counter: "${text}" is no ISO time`);
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    return { kind: "date", wall: text, instant: null, tzid: null, timeZone: null };
  }
  const wall = printInstant(instant).replace("Z", "");
  return { kind: "utc", wall, instant, tzid: null, timeZone: null };
}

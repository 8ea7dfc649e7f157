import type { Answer } from "../core/answer/answer.ts";
import { zonedTime } from "../core/calendar/zoned-time.ts";
import type { Action } from "../core/itip/actions.ts";
import type { AnswerRequest } from "./card.ts";

/** What a click says to the organizer; null where nothing is sent. */
export function requestedAnswer(request: AnswerRequest): Answer | null {
  return ANSWERS[request.action](request);
}

const nothing = (): null => null;

const ANSWERS: Readonly<Record<Action, (request: AnswerRequest) => Answer | null>> = {
  accept: () => ({ kind: "reply", partstat: "ACCEPTED" }),
  tentative: () => ({ kind: "reply", partstat: "TENTATIVE" }),
  decline: () => ({ kind: "reply", partstat: "DECLINED" }),
  delegate: ({ delegate }) => ({ kind: "delegate", delegate: delegate?.trim() ?? "" }),
  counter: counterOf,
  refresh: () => ({ kind: "refresh" }),
  record: nothing,
  apply: nothing,
  ignore: nothing,
};

function counterOf({ counter }: AnswerRequest): Answer | null {
  const start = counter && zonedTime(counter.start, counter.timeZone);
  const end = counter && zonedTime(counter.end, counter.timeZone);
  return start && { kind: "counter", start, end };
}

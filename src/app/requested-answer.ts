import type { Answer } from "../core/answer/answer.ts";
import { zonedTime } from "../core/calendar/zoned-time.ts";
import type { AnswerRequest } from "./card.ts";

/** What a click says to the organizer; null where nothing is sent. */
export function requestedAnswer(request: AnswerRequest): Answer | null {
  switch (request.action) {
    case "accept":
      return { kind: "reply", partstat: "ACCEPTED" };
    case "tentative":
      return { kind: "reply", partstat: "TENTATIVE" };
    case "decline":
      return { kind: "reply", partstat: "DECLINED" };
    case "delegate":
      return { kind: "delegate", delegate: request.delegate?.trim() ?? "" };
    case "counter":
      return counterOf(request);
    case "refresh":
      return { kind: "refresh" };
    case "record":
    case "apply":
    case "ignore":
      return null;
  }
}

function counterOf({ counter }: AnswerRequest): Answer | null {
  const start = counter && zonedTime(counter.start, counter.timeZone);
  const end = counter && zonedTime(counter.end, counter.timeZone);
  return start && { kind: "counter", start, end };
}

import { describe, expect, it } from "vitest";
import { eventNotice } from "../../../src/app/notices/event-notice.ts";
import type { Notice } from "../../../src/app/notices/notice.ts";
import { NOW } from "../../core/rules/rule-tester.ts";
import { Stage, type Attack } from "../../attacks/stage.ts";

const HOUR = 3_600_000;
const STRANGER = "Eve <eve@attacker.example>";

/** Lines of an event that begins so many hours from now. */
function inHours(hours: number, ...more: readonly string[]): Attack {
  const at = (instant: number): string =>
    new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");
  const start = NOW + hours * HOUR;
  return { event: [`DTSTART:${at(start)}`, `DTEND:${at(start + HOUR)}`, ...more] };
}

function cancelled(hours: number, changes: Attack = {}): Attack {
  const { event = [] } = inHours(hours, "SEQUENCE:1", "STATUS:CANCELLED");
  return { ...changes, id: "cancel", method: "CANCEL", event };
}

function moved(hours: number, changes: Attack = {}): Attack {
  return { ...changes, id: "update", event: inHours(hours, "SEQUENCE:1").event ?? [] };
}

interface Case {
  readonly name: string;
  /** What the user said to the invitation for tomorrow; null: nothing. */
  readonly answer: string | null;
  readonly message: Attack;
  readonly kind: Notice["kind"] | null;
}

const CASES: readonly Case[] = [
  {
    name: "a cancellation of what is soon",
    answer: null,
    message: cancelled(24),
    kind: "cancelled",
  },
  {
    name: "one of what was accepted",
    answer: "ACCEPTED",
    message: cancelled(47),
    kind: "cancelled",
  },
  { name: "one of what goes on", answer: "ACCEPTED", message: cancelled(-0.5), kind: "cancelled" },
  { name: "no cancellation of what is far away", answer: null, message: cancelled(49), kind: null },
  { name: "no cancellation of what is over", answer: null, message: cancelled(-2), kind: null },
  {
    name: "no cancellation of what was declined",
    answer: "DECLINED",
    message: cancelled(24),
    kind: null,
  },
  {
    name: "a stranger's cancellation as somebody's word",
    answer: "ACCEPTED",
    message: cancelled(24, { from: STRANGER }),
    kind: "said-cancelled",
  },
  { name: "a change after an acceptance", answer: "ACCEPTED", message: moved(90), kind: "changed" },
  {
    name: "one after a tentative answer",
    answer: "TENTATIVE",
    message: moved(90),
    kind: "changed",
  },
  { name: "no change before an answer", answer: null, message: moved(90), kind: null },
  { name: "no change of what was declined", answer: "DECLINED", message: moved(90), kind: null },
  { name: "no change of what is over", answer: "ACCEPTED", message: moved(-3), kind: null },
  {
    name: "no change that a stranger sends",
    answer: "ACCEPTED",
    message: moved(90, { from: STRANGER }),
    kind: null,
  },
];

async function noticeOf({
  answer,
  message,
}: Pick<Case, "answer" | "message">): Promise<Notice | null> {
  const stage = new Stage();
  const invitation = await stage.receive({ id: "first", ...inHours(24) });
  if (answer !== null) {
    stage.decide(invitation, answer);
  }
  const { inspected, inspection } = await stage.receive(message);
  return eventNotice(inspected, inspection.source, { now: NOW, zone: "Europe/Berlin" });
}

describe("of mail that comes is told", () => {
  it.each(CASES)("$name", async ({ answer, message, kind }) => {
    expect((await noticeOf({ answer, message }))?.kind ?? null).toBe(kind);
  });

  it("no new invitation, and no cancellation of what nobody knows", async () => {
    for (const message of [{ id: "first", ...inHours(24) }, cancelled(24)]) {
      const { inspected, inspection } = await new Stage().receive(message);
      expect(
        eventNotice(inspected, inspection.source, { now: NOW, zone: "Europe/Berlin" }),
      ).toBeNull();
    }
  });

  it("each version under a name of its own, the same one for a copy of it", async () => {
    const first = await noticeOf({ answer: "ACCEPTED", message: moved(90) });
    const copy = await noticeOf({ answer: "ACCEPTED", message: { ...moved(90), id: "copy" } });
    const later = await noticeOf({
      answer: "ACCEPTED",
      message: { id: "later", event: inHours(90, "SEQUENCE:2").event ?? [] },
    });

    expect(copy?.key).toBe(first?.key);
    expect(later?.key).not.toBe(first?.key);
  });
});

import { describe, expect, it } from "vitest";
import { noticeWords, type Told } from "../../../src/core/words/notice-words.ts";
import { reader } from "./english.ts";

const START = { wall: "2026-12-01T10:00:00", kind: "utc", tzid: null, timeZone: null } as const;
const START_TIME = { ...START, instant: Date.parse("2026-12-01T10:00:00Z") };

function cancelled(title: string | null, kind: "cancelled" | "said-cancelled" = "cancelled"): Told {
  return { kind, title, span: { start: START_TIME, end: null, allDay: false } };
}

describe("a notice", () => {
  it("names the event and its time", () => {
    const { title, text } = noticeWords(cancelled("Budget"), reader());

    expect(title).toBe("Cancelled: Budget");
    expect(text).toBe("The organizer cancelled it: Tomorrow, 11:00");
  });

  it("never says that the organizer cancelled what a stranger did", () => {
    const { title, text } = noticeWords(cancelled("Budget", "said-cancelled"), reader());

    expect(title).toBe("Said to be cancelled: Budget");
    expect(text).toContain("may not come from the organizer");
    expect(text).not.toContain("The organizer cancelled");
  });

  it.each([
    ["a line feed", "Budget\r\n\r\nPay here", "Cancelled: Budget Pay here"],
    ["text that turns around", "gpj\u202Eexe", "Cancelled: gpj‹U+202E›exe"],
    ["nothing", "  ", "Cancelled: (no title)"],
    ["no title", null, "Cancelled: (no title)"],
    ["a letter", "x".repeat(500), `Cancelled: ${"x".repeat(80)}…`],
    ["half a character at its end", `${"x".repeat(79)}😀😀`, `Cancelled: ${"x".repeat(79)}…`],
  ])("keeps a stranger's words short and plain: %s", (_, title, shown) => {
    expect(noticeWords(cancelled(title), reader()).title).toBe(shown);
  });

  it.each(["not-left", "not-known", "waiting"] as const)(
    "says what became of an answer: %s",
    (kind) => {
      const { title, text } = noticeWords({ kind, at: reader().now }, reader());

      expect(title).not.toBe("");
      expect(text).toContain("our answer of");
    },
  );
});

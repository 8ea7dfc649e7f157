import { describe, expect, it } from "vitest";
import { partstatKey, stateWords, verdictWords } from "../../../src/core/words/state-words.ts";
import { STATES } from "../itip/states.ts";
import { NOW, reader } from "./english.ts";

type Standing = Parameters<typeof stateWords>[0];

function words(changes: Partial<Standing>, around = reader()): ReturnType<typeof stateWords> {
  const standing: Standing = {
    state: "new",
    role: "attendee",
    sequence: 1,
    isOccurrence: false,
    isDoubted: false,
    author: "Ann",
    partstat: "ACCEPTED",
    knownVersion: null,
    ...changes,
  };
  return stateWords(standing, around);
}

/** Thunderbird writes into its console what is asked for and not there. */
function missingTexts(changes: Partial<Standing>): readonly string[] {
  const missing: string[] = [];
  const { translate } = reader();
  const listening = reader({
    translate(key, values) {
      const text = translate(key, values);
      if (text === "") {
        missing.push(key);
      }
      return text;
    },
  });
  words(changes, listening);
  return missing;
}

describe("what a message is, in words", () => {
  describe.each(STATES)("%s", (state) => {
    it.each(["organizer", "attendee", "bystander"] as const)("has words for the %s", (role) => {
      for (const isOccurrence of [false, true]) {
        for (const isDoubted of [false, true]) {
          const { title, sentence } = words({ state, role, isOccurrence, isDoubted });

          expect(title).toMatch(/^[A-Z]/u);
          expect(sentence).toMatch(/^[A-Z].*\.$/u);
          expect(missingTexts({ state, role, isOccurrence, isDoubted })).toEqual([]);
        }
      }
    });
  });

  it("names both versions of an outdated message", () => {
    const knownVersion = { sequence: 3, dtstamp: null };

    expect(words({ state: "stale", knownVersion }).sentence).toBe(
      "This is version 1. Version 3 is known.",
    );
  });

  it("says when the newer version was written", () => {
    const knownVersion = { sequence: 3, dtstamp: NOW };

    expect(words({ state: "stale", knownVersion }).sentence).toBe(
      "This is version 1. Version 3 of 9:00 is known.",
    );
  });

  it("tells a cancelled occurrence from a cancelled event", () => {
    expect(words({ state: "cancelled" }).sentence).toContain("this event");
    expect(words({ state: "cancelled", isOccurrence: true }).sentence).toContain("this occurrence");
  });

  it.each(STATES)("does not call the organizer the author of a doubted message: %s", (state) => {
    for (const isOccurrence of [false, true]) {
      const { sentence } = words({ state, isOccurrence, isDoubted: true });

      expect(sentence).not.toMatch(/^The organizer/u);
    }
  });

  it("does not tell a bystander that he is invited", () => {
    expect(words({ role: "bystander" }).sentence).toBe("Others are invited; you are not named.");
  });

  it("asks nothing of the organizer about his own invitation", () => {
    expect(words({ role: "organizer" }).title).toBe("Your own event");
  });

  it.each([
    { partstat: "ACCEPTED", sentence: "Ann accepted." },
    { partstat: "DECLINED", sentence: "Ann declined." },
    { partstat: "TENTATIVE", sentence: "Ann accepted tentatively." },
    { partstat: "DELEGATED", sentence: "Ann sends somebody else." },
    { partstat: "X-MAYBE", sentence: "Ann has not decided." },
    { partstat: null, sentence: "Ann has not decided." },
  ])("says what a reply of $partstat means", ({ partstat, sentence }) => {
    expect(words({ state: "reply", role: "organizer", partstat }).sentence).toBe(sentence);
  });

  it("names nobody where nobody is named", () => {
    expect(words({ state: "refresh", role: "organizer", author: null }).sentence).toMatch(
      /^Somebody unknown asks/u,
    );
  });

  it.each(["ok", "caution", "danger", "unusable"])("has words for the verdict %s", (verdict) => {
    expect(verdictWords(verdict, reader())).toMatch(/^[A-Z]/u);
  });

  it("reads a PARTSTAT that no standard knows as no answer", () => {
    expect(partstatKey("toString")).toBe("needs_action");
  });
});

import { describe, expect, it } from "vitest";
import { outcomeWords } from "../../../src/core/words/outcome-words.ts";
import { NOW, reader } from "./english.ts";

function words(changes: Partial<Parameters<typeof outcomeWords>[0]>): string {
  const { sentence, hint } = outcomeWords(
    {
      state: "sent",
      action: "accept",
      since: NOW,
      to: null,
      reason: null,
      isEditing: false,
      leavesByItself: null,
      leavesAt: null,
      calendar: null,
      ...changes,
    },
    reader(),
  );
  return hint === null ? sentence : `${sentence} ${hint}`;
}

describe("what became of a click, in words", () => {
  it.each([
    { state: "pending", said: /^Sending your answer…$/u },
    {
      state: "queued",
      said: /^Still in the Outbox since 9:00: not sent yet\. It leaves with File/u,
    },
    { state: "recorded", said: /^Recorded \(9:00\)\. Nothing was sent\.$/u },
    { state: "failed", said: /^Your answer was not sent\. / },
    { state: "unknown", said: /^It cannot be known whether your answer of 9:00 left\. / },
  ])("is true: $state", ({ state, said }) => {
    expect(words({ state })).toMatch(said);
  });

  it.each(["accept", "tentative", "decline", "delegate", "counter", "refresh"])(
    "says that %s was sent, and to whom",
    (action) => {
      expect(words({ action })).toMatch(/^You .*\. Sent \(9:00\)\.$/u);
      expect(words({ action, to: "boss@example.org" })).toMatch(
        /^You .*\. Sent to boss@example\.org \(9:00\)\.$/u,
      );
    },
  );

  it.each([
    { left: 5000, said: "Your answer leaves in 5 seconds." },
    { left: 1001, said: "Your answer leaves in 2 seconds." },
    { left: 1000, said: "Your answer leaves in 1 second." },
    { left: 0, said: "Sending your answer…" },
    { left: -3000, said: "Sending your answer…" },
  ])("counts down while it can be taken back: $left ms", ({ left, said }) => {
    expect(words({ state: "pending", leavesAt: NOW + left })).toBe(said);
  });

  it("says that too many were given, and when the next one leaves", () => {
    expect(words({ state: "failed", reason: "too-many" })).toMatch(
      /20 answers within the last minute.* Answer again in a minute\.$/u,
    );
  });

  it("waits for the composer", () => {
    expect(words({ state: "pending", isEditing: true })).toMatch(/^The composer is open\. /u);
  });

  it("promises that the Outbox empties by itself only where it is known to", () => {
    expect(words({ state: "queued", leavesByItself: true })).toContain("by itself");
    expect(words({ state: "queued", leavesByItself: null })).not.toContain("by itself");
  });

  it("says its own reasons in words", () => {
    expect(words({ state: "failed", reason: "no-identity" })).toContain("no identity of yours");
  });

  it("gives the server's own words", () => {
    expect(words({ state: "failed", reason: "550 No such user" })).toContain("550 No such user");
  });
});

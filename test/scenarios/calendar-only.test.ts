import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { entriesOf, playOnCalendar, type Meeting, type PlayedOnCalendar } from "./play-on-calendar.ts";
import { endOfCalendar, endOfLedger } from "./end-of-calendar.ts";
import { readScenario } from "./scenario.ts";

const FOLDER = "test/scenarios";
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".txt"),
);

/** Where a calendar cannot know what a ledger knows: the steps, or the "end". */
const APART: Readonly<Record<string, Readonly<Partial<Record<"steps" | "end", string>>>>> = {
  "added.txt": { steps: "an ADD that comes before its series leaves nothing to hold" },
  "cancelled-before-invited.txt": {
    steps: "a CANCEL that comes first leaves nothing to hold",
    end: "a CANCEL that comes first leaves nothing to hold",
  },
  "cancelled-twice.txt": { steps: "one version, though two messages made it" },
  "forged-first.txt": { steps: "what nobody confirmed is in no calendar" },
  "forged-messages.txt": { steps: "what nobody confirmed is in no calendar" },
  "implausible.txt": { steps: "what nobody confirmed is in no calendar" },
  "instance-cancelled-before-its-series.txt": {
    steps: "a CANCEL that comes first leaves nothing to hold",
    end: "a CANCEL that comes first leaves nothing to hold",
  },
  "own-event-cancelled-first.txt": { steps: "a CANCEL that comes first leaves nothing to hold" },
  "partial-cancellation.txt": { steps: "one version, though two messages made it" },
  "proposal-replayed.txt": { steps: "a proposal leaves nothing to hold" },
  "published-and-requested.txt": { steps: "one version, though two messages made it" },
  "reply-and-counter-are-one-line.txt": { steps: "a proposal leaves nothing to hold" },
  "series-cancelled-before-its-instance.txt": {
    steps: "a CANCEL that comes first leaves nothing to hold",
    end: "a CANCEL that comes first leaves nothing to hold",
  },
  "series-resent-with-a-change.txt": { steps: "the series, sent again, is the same version" },
  "two-organizers.txt": { steps: "one event for one UID", end: "one event for one UID" },
  "rfc5546/4.2.11-organizer-replaced.txt": { end: "one event for one UID" },
  "recurrence-id-unreadable.txt": { end: "a date that cannot be read is in no calendar" },
  "same-version-other-content.txt": { end: "the Date of a message is in no calendar" },
  "this-and-future-cancelled-then-series.txt": {
    steps: "the series ends where all that follows is cancelled",
    end: "the series ends where all that follows is cancelled",
  },
  "this-and-future.txt": { end: "the series ends where all that follows is cancelled" },
};

describe.each(files)("%s", (file) => {
  it("goes the same way with nothing but a calendar", async () => {
    const scenario = readScenario(readFileSync(join(FOLDER, file), "utf8"));
    const played = await playOnCalendar(scenario);
    const apart = APART[file] ?? {};
    const differences = played.meetings.flatMap(differenceIn);
    expect(differences.length > 0, differences.join("\n")).toBe(apart.steps !== undefined);
    // What a calendar holds before the first message is newer than some of them.
    const ends = scenario.calendar === "" ? endsOf(played) : { wanted: [], held: [] };
    if (apart.end === undefined) {
      expect(ends.held).toEqual(ends.wanted);
    } else {
      expect(ends.held).not.toEqual(ends.wanted);
    }
  });
});

interface Ends {
  readonly wanted: readonly string[];
  readonly held: readonly string[];
}

/** What ledger and calendar know of each event that some message told of and that counts. */
function endsOf({ meetings, ledger, calendar }: PlayedOnCalendar): Ends {
  const isForOthers = (source: string): boolean =>
    meetings.some(
      ({ byLedger: { fact }, byCalendar: { situation } }) =>
        fact?.source === source && situation.standing.state === "minor-update",
    );
  const known = [...ledger].filter(([uid]) =>
    meetings.some(({ byLedger: { fact, applied } }) => applied && fact?.uid === uid),
  );
  return {
    wanted: known.flatMap(([, memory]) => endOfLedger(memory, isForOthers)),
    held: known.flatMap(([uid]) => endOfCalendar(entriesOf(calendar, uid))),
  };
}

/** A message that arrives; what the calendar holds of a message looked at again is that message. */
function differenceIn({ name, step, byLedger, byCalendar, applied }: Meeting): readonly string[] {
  const { state } = byLedger.situation.standing;
  // A calendar knows versions, not messages: what repeats one leaves it as it is.
  const isNothing = state === "duplicate" && applied?.kind === "nothing";
  if ((step.kind !== "receive" && step.kind !== "open") || isNothing) {
    return [];
  }
  const one = statesOf(byLedger);
  const other = statesOf(byCalendar);
  return one === other ? [] : [`${name}: ${one} by the ledger, ${other} by the calendar`];
}

function statesOf({ situation: { standing } }: Meeting["byLedger"]): string {
  return [standing, ...standing.instances]
    .map(({ recurrenceId, state }) => `${recurrenceId} ${state}`.trim())
    .join(", ");
}

import type { Me } from "../people/me.ts";
import type { Answered } from "./answered.ts";
import type { Invitation } from "./invitation.ts";
import { ANSWERABLE_METHODS } from "./methods.ts";
import { isSignificant } from "./snapshot.ts";
import type { Standing } from "./standing.ts";
import { compareVersions } from "./version.ts";

/** What the question "must I answer?" is decided from. */
export interface Question {
  readonly invitation: Invitation;
  readonly me: Me;
  readonly standing: Standing;
  readonly answered: Answered | null;
}

/**
 * True: the organizer waits for an answer. False: the user's answer stands. Null: nothing is asked
 * of him (contract: "answerNeeded").
 */
export function isAnswerNeeded({ invitation, me, standing, answered }: Question): boolean | null {
  const { main, method } = invitation;
  if (main === null || me.role !== "attendee" || !ANSWERABLE_METHODS.includes(method ?? "")) {
    return null;
  }
  const stands = answered !== null && isForVersion(answered, main);
  switch (standing.state) {
    case "new":
    case "duplicate":
    case "added":
      return !stands;
    case "update":
    case "minor-update":
      return !stands && asksAgain(me, standing, main.sequence);
    default:
      return null;
  }
}

/** The answer was given to this version or a later one. */
function isForVersion(
  answered: Answered,
  version: { sequence: number; dtstamp: number | null },
): boolean {
  return compareVersions(answered, { ...version, dtstamp: version.dtstamp }) >= 0;
}

function asksAgain(me: Me, standing: Standing, sequence: number): boolean {
  return (
    standing.changes.some(isSignificant) ||
    standing.against?.method === "CANCEL" ||
    me.attendee?.partstat === "NEEDS-ACTION" ||
    (me.attendee?.rsvp === true && standing.against?.sequence === sequence)
  );
}

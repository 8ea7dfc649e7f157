import { describe, expect, it } from "vitest";

import { actionsFor, type Offer, type Place } from "../../../src/core/itip/actions.ts";
import type { Standing } from "../../../src/core/itip/standing.ts";
import type { State } from "../../../src/core/itip/state.ts";
import type { Role } from "../../../src/core/people/me.ts";
import { BLANK } from "./blank-snapshot.ts";
import { BOSS, contextsOf, type Case } from "../rules/rule-tester.ts";

const ANSWERS = [
  "accept",
  "tentative",
  "decline",
  "delegate",
  "counter",
  "refresh",
  "record",
  "ignore",
];
const AS_BYSTANDER = ["accept", "tentative", "decline", "record", "ignore"];
const STANDING: Standing = {
  recurrenceId: "",
  state: "new",
  changes: [],
  against: null,
  cancelledBy: null,
  instances: [],
  known: {
    organizer: "",
    line: [],
    answers: [],
    isOwn: false,
    trustedSenders: new Set(),
    otherOrganizers: [],
    gone: new Set(),
  },
};

interface Situation extends Omit<Case, "name"> {
  readonly role?: Role;
  readonly state?: State;
  readonly isCancelled?: boolean;
  readonly place?: Place;
  readonly isUnusable?: boolean;
}

function actions(situation: Situation): readonly string[] {
  const { role = "attendee", state = "new", isCancelled = false, ...more } = situation;
  const { place = "ordinary", isUnusable = false, ...message } = more;
  const [, context] = contextsOf({ name: "", ...message });
  const invitation = context?.invitation;
  if (invitation === null || invitation === undefined) {
    throw new Error("no invitation");
  }
  const cancelledBy: Standing["cancelledBy"] = isCancelled ? CANCEL : null;
  const offer: Offer = {
    invitation,
    role,
    standing: { ...STANDING, state, cancelledBy },
    isUnusable,
    place,
  };
  return actionsFor(offer);
}

const CANCEL: NonNullable<Standing["cancelledBy"]> = {
  recurrenceId: "",
  sequence: 1,
  dtstamp: 0,
  snapshot: BLANK,
  attendees: [],
  author: null,
  partstat: null,
  cancelled: true,
  method: "CANCEL",
  source: "1@example.com",
  date: null,
};

const ANSWERED: readonly State[] = ["new", "update", "minor-update", "duplicate", "stale", "added"];

describe("what can be done with an invitation", () => {
  it.each(ANSWERED)("an attendee can answer what is %s", (state) => {
    expect(actions({ state })).toEqual(ANSWERS);
    expect(actions({ state, method: "ADD" })).toEqual(ANSWERS);
  });

  it.each(ANSWERED)("a bystander can do less with what is %s", (state) => {
    expect(actions({ state, role: "bystander" })).toEqual(AS_BYSTANDER);
  });

  it.each(ANSWERED)("the organizer has nothing to do with his own, %s", (state) => {
    expect(actions({ state, role: "organizer" })).toEqual([]);
    expect(actions({ state, role: "organizer", isCancelled: true })).toEqual([]);
  });

  it.each([
    ["cancelled", "CANCEL", ["apply", "ignore"]],
    ["removed", "CANCEL", ["apply", "ignore"]],
    ["minor-update", "CANCEL", ["apply", "ignore"]],
    ["stale", "CANCEL", ["apply", "ignore"]],
    ["duplicate", "CANCEL", ["apply", "ignore"]],
    ["published", "PUBLISH", ["record", "ignore"]],
    ["stale", "PUBLISH", ["record", "ignore"]],
    ["published", null, ["record", "ignore"]],
    ["counter-declined", "DECLINECOUNTER", ["ignore"]],
    ["duplicate", "DECLINECOUNTER", ["ignore"]],
    ["unknown-event", "CANCEL", ["refresh", "ignore"]],
    ["unknown-event", "ADD", ["refresh", "ignore"]],
    ["unknown-event", "DECLINECOUNTER", ["refresh", "ignore"]],
    ["unknown-event", "REPLY", ["ignore"]],
    ["unknown-event", "COUNTER", ["ignore"]],
    ["unknown-event", "REFRESH", ["ignore"]],
    ["unusable", "REQUEST", ["ignore"]],
  ] as const)("%s, %s: %j", (state, method, expected) => {
    expect(actions({ state, method })).toEqual(expected);
  });

  it.each([
    ["reply", "REPLY", ["apply", "ignore"]],
    ["counter", "COUNTER", ["apply", "ignore"]],
    ["refresh", "REFRESH", ["apply"]],
    ["duplicate", "REPLY", ["ignore"]],
    ["stale", "REPLY", ["ignore"]],
  ] as const)("of the organizer's: %s, %s: %j", (state, method, expected) => {
    expect(actions({ state, method, role: "organizer" })).toEqual(expected);
  });

  it("an invitation that is stale because its event is cancelled is not answered", () => {
    expect(actions({ state: "stale", isCancelled: true })).toEqual(["apply", "ignore"]);
  });

  it("Exchange can forbid to propose another time", () => {
    const event = ["X-MICROSOFT-DISALLOW-COUNTER:true"];
    expect(actions({ event })).toEqual(ANSWERS.filter((action) => action !== "counter"));
    expect(actions({ event: ["X-MICROSOFT-DISALLOW-COUNTER:FALSE"] })).toEqual(ANSWERS);
  });

  it("nothing but an event or a to-do is answered", () => {
    const body = [
      ...[
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        "METHOD:REQUEST",
        "BEGIN:VFREEBUSY",
        "UID:1",
      ],
      ...[`ORGANIZER:mailto:${BOSS}`, "END:VFREEBUSY", "END:VCALENDAR", ""],
    ].join("\r\n");
    expect(actions({ body })).toEqual(["ignore"]);
  });

  it.each([
    ["own", []],
    ["bounce", []],
    ["discarded", ["ignore"]],
  ] as const)("in the place %s: %j, whatever it is", (place, expected) => {
    expect(actions({ place })).toEqual(expected);
    expect(actions({ place, state: "unknown-event" })).toEqual(expected);
    expect(actions({ place, isUnusable: true })).toEqual(expected);
  });

  it("what is unusable can but be ignored", () => {
    expect(actions({ isUnusable: true })).toEqual(["ignore"]);
    expect(actions({ isUnusable: true, state: "unknown-event", method: "CANCEL" })).toEqual([
      "ignore",
    ]);
  });
});

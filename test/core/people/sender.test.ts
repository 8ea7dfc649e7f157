import { describe, expect, it } from "vitest";

import type { Invitation } from "../../../src/core/itip/invitation.ts";
import {
  identifySender,
  isUser,
  relationToHeir,
  replier,
} from "../../../src/core/people/sender.ts";
import { BOSS, contextsOf, ME, type Case } from "../rules/rule-tester.ts";

function relation(changes: Omit<Case, "name">): string | undefined {
  const [, context] = contextsOf({ name: "", ...changes });
  const { mail, invitation } = context ?? {};
  if (invitation === null || invitation === undefined) {
    return undefined;
  }
  const part = invitation.acting.object.source;
  return identifySender(mail?.envelope ?? null, part, invitation).relation;
}

const EVE = "From: Eve <eve@example.net>";

describe("who sent what an organizer sends", () => {
  it.each([
    ["self", { fields: ["From: BOSS@Example.com"] }],
    [
      "sent-by",
      {
        fields: ["From: desk@example.com"],
        event: [`ORGANIZER;SENT-BY="mailto:desk@example.com":mailto:${BOSS}`],
      },
    ],
    ["sent-by", { fields: [EVE], event: ["ORGANIZER;EMAIL=eve@example.net:urn:uuid:1"] }],
    ["service", { fields: ["From: calendar-notification@google.com", `Reply-To: ${BOSS}`] }],
    ["service", { fields: ["From: calendar-notification@google.com", `Sender: ${BOSS}`] }],
    ["stranger", { fields: ["From: calendar-notification@google.com"] }],
    ["reply-to", { fields: [EVE, `Reply-To: a@example.org, ${BOSS}`] }],
    ["stranger", { fields: [EVE, `Sender: ${BOSS}`] }],
    [
      "attendee",
      {
        fields: [EVE],
        event: ["ATTENDEE:mailto:me@example.org", "ATTENDEE:mailto:eve@example.net"],
      },
    ],
    ["forward", { fields: [EVE, "Subject: Fwd: Budget"] }],
    ["forward", { fields: [EVE, "Subject: WG: Budget"] }],
    ["stranger", { fields: [EVE, "Subject: Forward: the budget"] }],
    ["list", { fields: [EVE, "List-Id: <l.example.net>"] }],
    ["stranger", { fields: [EVE] }],
    ["stranger", { fields: ["From: Boss <boss@example.com.evil.example>"] }],
    ["none", { event: ["ORGANIZER"] }],
  ] as const)("%s: %j", (expected, changes) => {
    expect(relation(changes)).toBe(expected);
  });

  it("is held against whom the event is known under where ORGANIZER is missing", () => {
    expect(relationToHeir("BOSS@Example.com", BOSS)).toBe("self");
    expect(relationToHeir("eve@example.net", BOSS)).toBe("stranger");
  });

  it("is nobody for a file or a message without From", () => {
    expect(relation({ fields: ["From"] })).toBe("none");
    expect(
      relation({
        message:
          "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      }),
    ).toBe("none");
  });
});

const BEA = "mailto:bea@example.net";
const DELEGATION = [
  `ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:carl@example.net":${BEA}`,
  `ATTENDEE;DELEGATED-TO="${BEA}":mailto:carl@example.net`,
];

describe("who sent what an attendee sends", () => {
  it.each([
    ["self", "REPLY", "bea@example.net", [`ATTENDEE:${BEA}`]],
    ["sent-by", "REPLY", "desk@example.net", [`ATTENDEE;SENT-BY="mailto:desk@example.net":${BEA}`]],
    ["stranger", "REPLY", "eve@example.net", [`ATTENDEE:${BEA}`]],
    ["none", "REPLY", "bea@example.net", ["ATTENDEE"]],
    ["self", "REPLY", "bea@example.net", DELEGATION],
    ["stranger", "REPLY", "carl@example.net", DELEGATION],
    ["self", "COUNTER", "bea@example.net", ["ATTENDEE:mailto:carl@example.net", `ATTENDEE:${BEA}`]],
    [
      "stranger",
      "COUNTER",
      "eve@example.net",
      ["ATTENDEE:mailto:carl@example.net", `ATTENDEE:${BEA}`],
    ],
    ["self", "REFRESH", "bea@example.net", ["ATTENDEE:mailto:carl@example.net", `ATTENDEE:${BEA}`]],
  ] as const)("%s: %s from %s for %j", (expected, method, from, event) => {
    expect(relation({ method, fields: [`From: ${from}`], event })).toBe(expected);
  });

  it.each([
    ["REPLY", "eve@example.net", [`ATTENDEE:${BEA}`], "bea@example.net"],
    ["REPLY", "bea@example.net", DELEGATION, "bea@example.net"],
    ["REPLY", "eve@example.net", [`ATTENDEE:${BEA}`, `ATTENDEE:mailto:${ME}`], "bea@example.net"],
    ["REPLY", ME, [`ATTENDEE:${BEA}`, `ATTENDEE:mailto:${ME}`], ME],
    [
      "REPLY",
      "carl@example.net",
      [
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:bea@example.net":mailto:carl@example.net',
        `ATTENDEE;DELEGATED-FROM="mailto:carl@example.net":${BEA}`,
      ],
      "carl@example.net",
    ],
    ["COUNTER", ME, [`ATTENDEE:${BEA}`, `ATTENDEE:mailto:${ME}`], ME],
    ["COUNTER", "eve@example.net", [`ATTENDEE:${BEA}`], "bea@example.net"],
    ["REFRESH", "eve@example.net", ["ATTENDEE"], null],
  ] as const)("is, of a %s from %s, %j", (method, from, event, expected) => {
    const [, context] = contextsOf({ name: "", method, event });
    const invitation = context?.invitation ?? null;
    expect(invitation && (replier(invitation, from)?.address ?? null)).toBe(expected);
  });

  it("is found among many who delegate to each other without a look at each for each", () => {
    const size = 200;
    const event = Array.from(
      { length: size },
      (_, index) =>
        `ATTENDEE;DELEGATED-TO="mailto:a${String(index + 1)}@example.net":mailto:a${String(index)}@example.net`,
    );
    const [, context] = contextsOf({ name: "", method: "REPLY", event });
    let looks = 0;
    const attendees = context?.invitation?.main?.attendees.map((attendee) => ({
      ...attendee,
      get address() {
        looks += 1;
        return attendee.address;
      },
    }));
    const counted = { method: "REPLY", main: { attendees } } as unknown as Invitation;
    expect(replier(counted, "eve@example.net")?.address).toBe(`a${String(size - 1)}@example.net`);
    expect(looks).toBeLessThan(10 * size);
  });

  it("is known by address, SENT-BY or EMAIL", () => {
    const [, context] = contextsOf({
      name: "",
      event: [`ORGANIZER;SENT-BY="mailto:a@example.com";EMAIL=b@example.com:mailto:${BOSS}`],
    });
    const organizer = context?.invitation?.main?.organizer;
    expect(
      ["A@example.com", "b@example.com", BOSS, "c@example.com"].map(
        (address) => organizer && isUser(organizer, address),
      ),
    ).toEqual([true, true, true, false]);
  });
});

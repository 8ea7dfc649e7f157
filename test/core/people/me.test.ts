import { describe, expect, it } from "vitest";

import { isMine, type Addresses } from "../../../src/core/people/me.ts";
import { BOSS, contextsOf, ME, type Case } from "../rules/rule-tester.ts";

/** Who the user is: role, rung and address. */
function found(
  attendees: readonly string[],
  {
    addresses = {},
    ...changes
  }: Omit<Case, "name" | "event"> & { readonly addresses?: Partial<Addresses> } = {},
  more: readonly string[] = [],
): readonly (string | null)[] {
  const event = [
    ...(attendees.length === 0 ? ["ATTENDEE"] : attendees.map((value) => `ATTENDEE${value}`)),
    ...more,
  ];
  const contexts = contextsOf({
    name: "",
    ...changes,
    event,
    circumstances: { addresses: { identities: [ME], aliases: [], ...addresses } },
  });
  const me = contexts[1]?.situation?.me;
  return me === undefined ? [] : [me.role, me.matchedBy, me.address];
}

describe("the user in an invitation", () => {
  it.each([
    { rung: "exact", attendee: ":mailto:ME@Example.org", me: "ME@Example.org" },
    { rung: "alias", attendee: ":mailto:team@example.org", me: "team@example.org" },
    { rung: "plus-tag", attendee: ":mailto:me+news@example.org", me: "me+news@example.org" },
    { rung: "plus-tag", attendee: ":mailto:team+x@example.org", me: "team+x@example.org" },
    { rung: "gmail-dots", attendee: ":mailto:jo.hn@googlemail.com", me: "jo.hn@googlemail.com" },
    { rung: "gmail-dots", attendee: ":mailto:j.ohn+x@gmail.com", me: "j.ohn+x@gmail.com" },
    { rung: "idn", attendee: ":mailto:me@xn--mnchen-3ya.de", me: "me@xn--mnchen-3ya.de" },
    { rung: "email-parameter", attendee: ";EMAIL=me@example.org:urn:uuid:1", me: "urn:uuid:1" },
    {
      rung: "email-parameter",
      attendee: ";EMAIL=me+x@example.org:mailto:a@b.example",
      me: "a@b.example",
    },
    {
      rung: "sent-by",
      attendee: ';SENT-BY="mailto:me@example.org":mailto:chief@example.net',
      me: "chief@example.net",
    },
  ])("is found by $rung: $attendee", ({ rung, attendee, me }) => {
    const addresses = {
      identities: [ME, "john@gmail.com", "me@münchen.de"],
      aliases: ["team@example.org"],
    };
    expect(found([":mailto:carol@example.org", attendee], { addresses })).toEqual([
      "attendee",
      rung,
      me,
    ]);
  });

  it.each(["Delivered-To", "X-Original-To", "Envelope-To"])("is found by %s", (field) => {
    const fields = [`${field}: listed@example.org`];
    expect(found([":mailto:Listed@example.org", ":mailto:b@example.org"], { fields })).toEqual([
      "attendee",
      "delivered-to",
      "Listed@example.org",
    ]);
  });

  it("is found by the list that the message went to, as his default address", () => {
    const fields = ["To: Team <team@example.org>, nobody@example.org"];
    expect(found([":mailto:team@example.org", ":mailto:b@example.org"], { fields })).toEqual([
      "attendee",
      "recipient",
      ME,
    ]);
    expect(
      found([":mailto:team@example.org"], {
        fields: ["To: x@example.net", "Cc: team@example.org"],
      }),
    ).toEqual(["attendee", "recipient", ME]);
  });

  it.each([
    {
      why: "two who are invited stand in To",
      to: "a@example.org, b@example.org",
      attendees: [":mailto:a@example.org", ":mailto:b@example.org"],
    },
    { why: "the one in To is the sender", to: BOSS, attendees: [`:mailto:${BOSS}`] },
    { why: "nobody in To is invited", to: "x@example.net", attendees: [":mailto:a@example.org"] },
    { why: "nobody is invited", to: ME, attendees: [] },
  ])("is a bystander where $why", ({ to, attendees }) => {
    expect(found(attendees, { fields: [`To: ${to}`] })).toEqual(["bystander", null, null]);
  });

  it("counts one list once, however often it is named", () => {
    const fields = ["To: team@example.org"];
    expect(found([":mailto:team@example.org", ":mailto:TEAM@example.org"], { fields })).toEqual([
      "attendee",
      "recipient",
      ME,
    ]);
  });

  it("is found by the first rung that fits, not by the first attendee", () => {
    const fields = ["Delivered-To: list@example.org", "To: list@example.org"];
    const attendees = [
      ":mailto:list@example.org",
      ":mailto:me+x@example.org",
      ":mailto:me@example.org",
    ];
    expect(found(attendees, { fields })).toEqual(["attendee", "exact", ME]);
    expect(found(attendees.slice(0, 2), { fields })).toEqual([
      "attendee",
      "plus-tag",
      "me+x@example.org",
    ]);
    expect(found(attendees.slice(0, 1), { fields })).toEqual([
      "attendee",
      "delivered-to",
      "list@example.org",
    ]);
  });

  it("is found in an override that alone invites him", () => {
    const components = [
      "BEGIN:VEVENT",
      "UID:1@example.com",
      "RECURRENCE-ID:20261208T090000Z",
      "DTSTART:20261208T090000Z",
      `ORGANIZER:mailto:${BOSS}`,
      `ATTENDEE:mailto:${ME}`,
      "END:VEVENT",
    ];
    expect(found([":mailto:carol@example.org"], { components }, ["RRULE:FREQ=WEEKLY"])).toEqual([
      "attendee",
      "exact",
      ME,
    ]);
  });

  it.each([
    { organizer: `ORGANIZER:mailto:${ME}`, by: "exact", address: ME },
    { organizer: "ORGANIZER:mailto:me+x@example.org", by: "plus-tag", address: "me+x@example.org" },
    {
      organizer: "ORGANIZER;EMAIL=me@example.org:urn:uuid:1",
      by: "email-parameter",
      address: "urn:uuid:1",
    },
    {
      organizer: `ORGANIZER;SENT-BY="mailto:${ME}":mailto:chief@example.net`,
      by: "sent-by",
      address: "chief@example.net",
    },
  ])("is the organizer by $by, even if he is invited too", ({ organizer, by, address }) => {
    expect(found([`:mailto:${ME}`], {}, [organizer])).toEqual(["organizer", by, address]);
  });

  it("is nobody where none of his addresses is known", () => {
    const addresses = { identities: [], aliases: [ME] };
    expect(found([`:mailto:${ME}`], { addresses })).toEqual(["bystander", null, null]);
    expect(found([`:mailto:${ME}`], { addresses }, [`ORGANIZER:mailto:${ME}`])).toEqual([
      "bystander",
      null,
      null,
    ]);
    expect(
      found([":mailto:a@example.org"], {
        addresses,
        fields: ["Delivered-To: a@example.org"],
      }),
    ).toEqual(["bystander", null, null]);
  });

  it("may be invited by several of his addresses", () => {
    const contexts = contextsOf({
      name: "",
      event: [
        "ATTENDEE:mailto:me@example.org",
        "ATTENDEE:mailto:other@example.org",
        "ATTENDEE:mailto:carol@example.org",
      ],
      circumstances: { addresses: { identities: ["other@example.org", ME], aliases: [] } },
    });
    expect(contexts[1]?.situation?.me).toMatchObject({
      address: ME,
      invited: [ME, "other@example.org"],
    });
  });

  it("knows his own addresses in every spelling", () => {
    const addresses = { identities: ["jo.hn@gmail.com"], aliases: ["j@münchen.de"] };
    expect(isMine("john+x@googlemail.com", addresses)).toBe(true);
    expect(isMine("j@xn--mnchen-3ya.de", addresses)).toBe(true);
    expect(isMine("john@example.com", addresses)).toBe(false);
    expect(isMine(null, addresses)).toBe(false);
  });
});

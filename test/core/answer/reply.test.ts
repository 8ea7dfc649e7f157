import ICAL from "ical.js";
import { describe, expect, it } from "vitest";

import { inspect } from "../../../src/core/inspect.ts";
import { NOTHING_REMEMBERED } from "../../../src/core/circumstances.ts";
import { BOSS, ME } from "../rules/rule-tester.ts";
import { answered, type Question } from "./answering.ts";

const HEAD = ["UID:1@example.com", "DTSTAMP:20261122T120000Z", "SEQUENCE:0"];
const ORGANIZER = `ORGANIZER;CN=Boss:mailto:${BOSS}`;
const ATTENDEE = `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ME}`;
const SUCCESS = "REQUEST-STATUS:2.0;Success";
const TIMES = ["DTSTART:20261201T090000Z", "DTEND:20261201T100000Z"];

/** The whole component of the answer, in the order in which it is written. */
const SHAPES: readonly (Question & {
  readonly shape: string;
  readonly event: readonly string[];
  readonly expected: readonly string[];
})[] = [
  {
    shape: "an event",
    event: [],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget", ...TIMES, SUCCESS],
  },
  {
    shape: "a comment of several lines",
    event: [],
    comment: "Fine;\r\nsee you, then \\o/\n",
    expected: [
      ...HEAD,
      ORGANIZER,
      ATTENDEE,
      "SUMMARY:Budget",
      ...TIMES,
      "COMMENT:Fine\\;\\nsee you\\, then \\\\o/",
      SUCCESS,
    ],
  },
  {
    shape: "nothing but what is needed",
    event: ["SEQUENCE", "SUMMARY", "DTEND", "ATTENDEE;RSVP=TRUE:mailto:me@example.org"],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "DTSTART:20261201T090000Z", SUCCESS],
  },
  {
    shape: "an end and a duration, of which there may be one (RFC 5546 §3.2.3)",
    event: ["DURATION:PT1H"],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget", ...TIMES, SUCCESS],
  },
  {
    shape: "an end that cannot be read",
    event: ["DTEND:20261201T1000000Z"],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget", "DTSTART:20261201T090000Z", SUCCESS],
  },
  {
    shape: "an end that cannot be read, and a duration",
    event: ["DTEND:soon", "DURATION:PT1H"],
    expected: [
      ...[...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget"],
      ...["DTSTART:20261201T090000Z", "DURATION:PT1H", SUCCESS],
    ],
  },
  {
    shape: "a duration that cannot be read",
    event: ["DTEND", "DURATION:an hour"],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget", "DTSTART:20261201T090000Z", SUCCESS],
  },
  {
    shape: "a start that cannot be read",
    event: ["DTSTART:tomorrow"],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget", SUCCESS],
  },
  {
    shape: "a version, a duration and much that an answer does not repeat",
    event: [
      "SEQUENCE:7",
      "DTEND",
      "DURATION:PT45M",
      "LOCATION:Room 1",
      "DESCRIPTION:Bring figures.",
      "STATUS:CONFIRMED",
      "PRIORITY:1",
      "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
      "ATTACH:https://example.com/",
      "RRULE:FREQ=DAILY;COUNT=3",
      "COMMENT:of the organizer",
      "REQUEST-STATUS:3.1;Invalid",
    ],
    expected: [
      "UID:1@example.com",
      "DTSTAMP:20261122T120000Z",
      "SEQUENCE:7",
      ORGANIZER,
      ATTENDEE,
      "SUMMARY:Budget",
      "DTSTART:20261201T090000Z",
      "DURATION:PT45M",
      SUCCESS,
    ],
  },
  {
    shape: "parameters that are kept and parameters that are lost",
    event: [
      `ORGANIZER;CN="Boss: the one; and only";SENT-BY="mailto:desk@example.com";X-A=1;LANGUAGE=de:MAILTO:${BOSS}`,
      `ATTENDEE;CN="Me, myself";CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;MEMBER="mailto:all@example.org";LANGUAGE=en;DELEGATED-FROM="mailto:bob@example.org";SCHEDULE-AGENT=SERVER;SCHEDULE-STATUS="1.1";X-NUM-GUESTS=0;EMAIL=me@example.org:MAILTO:Me@Example.ORG`,
    ],
    expected: [
      ...HEAD,
      `ORGANIZER;CN="Boss: the one; and only";SENT-BY="mailto:desk@example.com";X-A=1;LANGUAGE=de:MAILTO:${BOSS}`,
      `ATTENDEE;CN="Me, myself";CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;MEMBER="mailto:all@example.org";LANGUAGE=en;DELEGATED-FROM="mailto:bob@example.org";PARTSTAT=ACCEPTED:MAILTO:Me@Example.ORG`,
      "SUMMARY:Budget",
      ...TIMES,
      SUCCESS,
    ],
  },
  {
    shape: "other people who are invited",
    event: [
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:boss@example.com",
      "ATTENDEE;RSVP=TRUE:mailto:me@example.org",
      "ATTENDEE;RSVP=TRUE:mailto:carol@example.org",
    ],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget", ...TIMES, SUCCESS],
  },
  {
    shape: "a day",
    event: ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"],
    expected: [
      ...HEAD,
      ORGANIZER,
      ATTENDEE,
      "SUMMARY:Budget",
      "DTSTART;VALUE=DATE:20261201",
      "DTEND;VALUE=DATE:20261202",
      SUCCESS,
    ],
  },
  {
    shape: "a floating time",
    event: ["DTSTART:20261201T090000", "DTEND:20261201T100000"],
    expected: [
      ...HEAD,
      ORGANIZER,
      ATTENDEE,
      "SUMMARY:Budget",
      "DTSTART:20261201T090000",
      "DTEND:20261201T100000",
      SUCCESS,
    ],
  },
  {
    shape: "a zone that nothing defines: no times",
    event: ["DTSTART;TZID=Nowhere:20261201T090000", "DTEND;TZID=Nowhere:20261201T100000"],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget", SUCCESS],
  },
  {
    shape: "a start in an undefined zone: its end is left out, too, in whatever form",
    event: ["DTSTART;TZID=Nowhere:20261201T090000", "DTEND", "DURATION:PT1H"],
    expected: [...HEAD, ORGANIZER, ATTENDEE, "SUMMARY:Budget", SUCCESS],
  },
  {
    shape: "one occurrence that stands alone",
    event: ["RECURRENCE-ID:20261208T090000Z"],
    expected: [
      ...HEAD,
      "RECURRENCE-ID:20261208T090000Z",
      ORGANIZER,
      ATTENDEE,
      "SUMMARY:Budget",
      ...TIMES,
      SUCCESS,
    ],
  },
  {
    shape: "all from an instance on",
    event: ["RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T090000Z"],
    expected: [
      ...HEAD,
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T090000Z",
      ORGANIZER,
      ATTENDEE,
      "SUMMARY:Budget",
      ...TIMES,
      SUCCESS,
    ],
  },
  {
    shape: "a name and a title that would break out of their lines",
    event: [
      'ORGANIZER;CN="A^nATTENDEE:mailto:x@example.net":mailto:boss@example.com',
      "SUMMARY:Budget\\nATTENDEE:mailto:x@example.net\\, and: so; on",
    ],
    expected: [
      ...HEAD,
      'ORGANIZER;CN="A^nATTENDEE:mailto:x@example.net":mailto:boss@example.com',
      ATTENDEE,
      "SUMMARY:Budget\\nATTENDEE:mailto:x@example.net\\, and: so; on",
      ...TIMES,
      SUCCESS,
    ],
  },
];

describe("a REPLY", () => {
  it.each(SHAPES)("repeats $shape", async ({ expected, ...question }) => {
    const { event, lines, raw } = await answered(question);
    expect(event).toEqual(expected);
    expect(lines.slice(0, 4)).toEqual([
      "BEGIN:VCALENDAR",
      "PRODID:-//Convene//Convene for Thunderbird//EN",
      "VERSION:2.0",
      "METHOD:REPLY",
    ]);
    expect(raw.split("\r\n").join("")).not.toMatch(/[\r\n]/);
  });

  it.each(SHAPES)("is read again by others: $shape", async (question) => {
    const { lines, raw, mail } = await answered(question);
    const calendar = new ICAL.Component(ICAL.parse(lines.join("\r\n")) as unknown[]);
    const attendees = calendar.getFirstSubcomponent("vevent")?.getAllProperties("attendee") ?? [];
    expect(attendees).toHaveLength(1);
    expect(attendees[0]?.getFirstParameter("partstat")).toBe("ACCEPTED");
    expect(mail.to).toMatchObject({ value: [{ address: BOSS }] });
    const read = await inspectAsBoss(raw);
    expect(read?.invitation).toMatchObject({
      method: "REPLY",
      component: "VEVENT",
      uid: "1@example.com",
    });
    expect(read?.situation).toMatchObject({
      me: { role: "organizer" },
      sender: { relation: "self" },
    });
  });

  it.each([
    ["ACCEPTED", "Accepted: Budget"],
    ["TENTATIVE", "Tentative: Budget"],
    ["DECLINED", "Declined: Budget"],
  ] as const)("says %s", async (partstat, subject) => {
    const { event, mail } = await answered({ answer: { kind: "reply", partstat } });
    expect(event).toContain(`ATTENDEE;PARTSTAT=${partstat}:mailto:${ME}`);
    expect(mail.subject).toBe(subject);
  });
});

async function inspectAsBoss(raw: string) {
  const { invitations } = await inspect(new TextEncoder().encode(raw), {
    now: Date.UTC(2026, 10, 22, 13),
    addresses: { identities: [BOSS], aliases: [] },
    authserv: null,
    folder: "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    recall: () => Promise.resolve(NOTHING_REMEMBERED),
  });
  return invitations[0];
}

describe("the message of a REPLY", () => {
  it("has text and calendar as alternatives, to the organizer alone, in the thread", async () => {
    const { raw, mail } = await answered({
      fields: [
        "References: <0@example.com>",
        "Cc: carol@example.org",
        "Reply-To: other@example.net",
      ],
      name: "Alex Doe",
      comment: "With pleasure",
    });
    const [header = ""] = raw.split("\r\n\r\n");
    expect(header.replaceAll(/\r\n\s+/g, " ").split("\r\n")).toEqual([
      `From: Alex Doe <${ME}>`,
      `To: Boss <${BOSS}>`,
      "Subject: Accepted: Budget",
      "Date: Sun, 22 Nov 2026 12:00:00 +0000",
      "Message-ID: <answer-1@example.org>",
      "In-Reply-To: <1@example.com>",
      "References: <0@example.com> <1@example.com>",
      "MIME-Version: 1.0",
      expect.stringMatching(/^Content-Type: multipart\/alternative; boundary="[^"]+"$/),
    ]);
    const types = [...raw.matchAll(/^Content-Type: (.*)$/gim)].map(([, type]) => type?.trim());
    expect(types.slice(1)).toEqual([
      "text/plain; charset=UTF-8",
      "text/calendar; method=REPLY; charset=UTF-8",
    ]);
    expect(mail.text).toContain("With pleasure");
    expect(mail.text).toContain("Alex Doe");
  });

  it("survives a subject with line ends and a display name with quotes", async () => {
    const { mail, raw } = await answered({
      event: [
        "SUMMARY:Budget\\nBcc: x@example.net",
        'ORGANIZER;CN="Boss^n<x@example.net>":mailto:boss@example.com',
      ],
      name: 'Alex "the" Doe\r\nBcc: y@example.net',
    });
    expect(mail.to).toMatchObject({ value: [{ address: BOSS }] });
    expect(mail.from?.value).toMatchObject([{ address: ME }]);
    expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im);
  });

  it("goes to ORGANIZER's EMAIL where its value is no mailbox", async () => {
    const { mail } = await answered({
      event: ["ORGANIZER;EMAIL=boss@example.com:urn:uuid:550e8400-e29b-41d4-a716-446655440000"],
    });
    expect(mail.to).toMatchObject({ value: [{ address: BOSS }] });
  });

  it.each([
    { lack: "UID", event: ["UID"], kind: "not-answerable" },
    { lack: "ORGANIZER", event: ["ORGANIZER"], kind: "not-answerable" },
    { lack: "address", event: ["ORGANIZER:urn:uuid:1"], kind: "refused" },
  ])("is not written without $lack", async ({ event, kind }) => {
    expect((await answered({ event })).kind).toBe(kind);
  });
});

describe("who answers", () => {
  it.each([
    { invited: ME, from: ME, expected: `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ME}` },
    {
      invited: "me+work@example.org",
      from: ME,
      expected: "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me+work@example.org",
    },
    {
      invited: "ME@EXAMPLE.ORG",
      from: ME,
      expected: "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ME@EXAMPLE.ORG",
    },
    {
      invited: "m.e@gmail.com",
      from: "me@googlemail.com",
      expected: "ATTENDEE;PARTSTAT=ACCEPTED:mailto:m.e@gmail.com",
    },
    {
      invited: "team@example.net",
      from: ME,
      expected: `ATTENDEE;SENT-BY="mailto:${ME}";PARTSTAT=ACCEPTED:mailto:team@example.net`,
    },
  ])("writes $invited as it was invited, from $from", async ({ invited, from, expected }) => {
    const { event } = await answered({
      event: [`ATTENDEE;RSVP=TRUE:mailto:${invited}`],
      from,
      circumstances: {
        addresses: { identities: [ME, "me@googlemail.com"], aliases: ["team@example.net"] },
      },
    });
    expect(event.filter((line) => line.startsWith("ATTENDEE"))).toEqual([expected]);
  });

  it("of several identities that are invited is the one that answers", async () => {
    const question = {
      event: ["ATTENDEE;RSVP=TRUE:mailto:me@example.org", "ATTENDEE;CN=Two:mailto:two@example.org"],
      circumstances: { addresses: { identities: [ME, "two@example.org"], aliases: [] } },
    };
    const { event } = await answered({ ...question, from: "two@example.org" });
    expect(event).toContain("ATTENDEE;CN=Two;PARTSTAT=ACCEPTED:mailto:two@example.org");
    expect((await answered(question)).event).toContain(`ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ME}`);
  });

  it("is the user himself where a list was invited", async () => {
    const { event } = await answered({
      fields: ["To: team@example.net"],
      event: ["ATTENDEE;CN=The team;CUTYPE=GROUP;RSVP=TRUE:mailto:team@example.net"],
      name: "Alex: Doe",
    });
    expect(event).toContain(`ATTENDEE;CN="Alex: Doe";PARTSTAT=ACCEPTED:mailto:${ME}`);
  });

  it("is the user himself where nobody invited him", async () => {
    const { event } = await answered({
      event: ["ATTENDEE:mailto:carol@example.org"],
      fields: [`To: ${ME}`],
    });
    expect(event).toContain(`ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ME}`);
  });
});

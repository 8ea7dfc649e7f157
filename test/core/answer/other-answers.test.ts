import { describe, expect, it } from "vitest";

import type { Answer } from "../../../src/core/answer/answer.ts";
import { actionOf } from "../../../src/core/answer/compose-answer.ts";
import { BOSS, ME } from "../rules/rule-tester.ts";
import { answered, ACCEPTED, type Question } from "./answering.ts";

const UTC = { tzid: null, timeZone: null } as const;
const PROPOSAL: Answer = {
  kind: "counter",
  start: { ...UTC, kind: "utc", wall: "2026-12-02T09:00:00", instant: Date.UTC(2026, 11, 2, 9) },
  end: { ...UTC, kind: "utc", wall: "2026-12-02T10:30:00", instant: Date.UTC(2026, 11, 2, 10, 30) },
};
const DAYS: Answer = {
  kind: "counter",
  start: { ...UTC, kind: "date", wall: "2026-12-02", instant: null },
  end: { ...UTC, kind: "date", wall: "2026-12-03", instant: null },
};
const FLOATING: Answer = {
  kind: "counter",
  start: { ...UTC, kind: "floating", wall: "2026-12-02T09:00:00", instant: null },
  end: null,
};
const REFRESH: Answer = { kind: "refresh" };
const DELEGATE: Answer = { kind: "delegate", delegate: "dora@example.org" };

const HEAD = ["UID:1@example.com", "DTSTAMP:20261122T120000Z"];
const ORGANIZER = `ORGANIZER;CN=Boss:mailto:${BOSS}`;

describe("a COUNTER", () => {
  it("proposes other times for the version that was received", async () => {
    const { event, lines, mail, raw } = await answered({
      answer: PROPOSAL,
      comment: "Later?",
      event: ["SEQUENCE:3", "LOCATION:Room 1", "DESCRIPTION:Bring figures."],
    });
    expect(lines).toContain("METHOD:COUNTER");
    expect(event).toEqual([
      ...HEAD,
      "SEQUENCE:3",
      ORGANIZER,
      `ATTENDEE;PARTSTAT=TENTATIVE:mailto:${ME}`,
      "SUMMARY:Budget",
      "DTSTART:20261202T090000Z",
      "DTEND:20261202T103000Z",
      "LOCATION:Room 1",
      "COMMENT:Later?",
    ]);
    expect(mail.to).toMatchObject({ value: [{ address: BOSS }] });
    expect(raw).toContain("Content-Type: text/calendar; method=COUNTER; charset=UTF-8");
  });

  it.each([
    { answer: DAYS, times: ["DTSTART;VALUE=DATE:20261202", "DTEND;VALUE=DATE:20261203"] },
    { answer: FLOATING, times: ["DTSTART:20261202T090000"] },
  ])("writes $times", async ({ answer, times }) => {
    const { event } = await answered({ answer });
    expect(event.filter((line) => line.startsWith("DT"))).toEqual([HEAD[1], ...times]);
  });

  it("has a SUMMARY, if an empty one (RFC 5546 §3.2.7)", async () => {
    const { event } = await answered({ answer: PROPOSAL, event: ["SUMMARY"] });
    expect(event).toContain("SUMMARY:");
  });

  it("leaves out what says nothing", async () => {
    const { event } = await answered({ answer: PROPOSAL, event: ["LOCATION:"] });
    expect(event.join()).not.toContain("LOCATION");
  });

  it("names the occurrence it is about, and its zone", async () => {
    const { event, lines } = await answered({
      answer: PROPOSAL,
      event: ["RRULE:FREQ=DAILY;COUNT=5", "DTSTART;TZID=Europe/Berlin:20261201T100000", "DTEND"],
      occurrence: "2026-12-02T09:00:00Z",
    });
    expect(event).toContain("RECURRENCE-ID;TZID=Europe/Berlin:20261202T100000");
    expect(lines.filter((line) => line.startsWith("TZID:"))).toEqual(["TZID:Europe/Berlin"]);
  });
});

describe("a REFRESH", () => {
  it("says who asks for what", async () => {
    const { event, lines, raw } = await answered({ answer: REFRESH, event: ["SEQUENCE:3"] });
    expect(lines).toContain("METHOD:REFRESH");
    expect(event).toEqual([...HEAD, ORGANIZER, `ATTENDEE:mailto:${ME}`]);
    expect(raw).toContain("Content-Type: text/calendar; method=REFRESH; charset=UTF-8");
  });

  it("asks for one instance", async () => {
    const { event } = await answered({
      answer: REFRESH,
      comment: "Lost it",
      event: ["RECURRENCE-ID:20261208T090000Z"],
    });
    expect(event).toEqual([
      ...HEAD,
      "RECURRENCE-ID:20261208T090000Z",
      ORGANIZER,
      `ATTENDEE:mailto:${ME}`,
      "COMMENT:Lost it",
    ]);
  });
});

describe("a delegation", () => {
  it("tells the organizer to whom", async () => {
    const { event, lines, mail } = await answered({ answer: DELEGATE });
    expect(lines).toContain("METHOD:REPLY");
    expect(event.filter((line) => line.startsWith("ATTENDEE"))).toEqual([
      `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:dora@example.org":mailto:${ME}`,
    ]);
    expect(mail.to).toMatchObject({ value: [{ address: BOSS }] });
  });

  const QUESTION: Question = {
    answer: DELEGATE,
    toDelegate: true,
    event: [
      "SEQUENCE:3",
      "LOCATION:Room 1",
      "REQUEST-STATUS:2.0;Success",
      "ATTENDEE:mailto:carol@example.org",
      "ATTENDEE;CN=Me;RSVP=TRUE:mailto:me@example.org",
      "ATTENDEE:mailto:DORA@example.org",
    ],
  };

  it("passes the invitation on to the delegate (RFC 5546 §3.2.2.3)", async () => {
    const { event, lines, mail, raw } = await answered(QUESTION);
    expect(lines).toContain("METHOD:REQUEST");
    expect(mail.to).toMatchObject({ value: [{ address: "dora@example.org" }] });
    expect(raw).toContain("Content-Type: text/calendar; method=REQUEST; charset=UTF-8");
    expect([...event].sort()).toEqual(
      [
        HEAD[1],
        "UID:1@example.com",
        "SUMMARY:Budget",
        "DTSTART:20261201T090000Z",
        "DTEND:20261201T100000Z",
        ORGANIZER,
        "SEQUENCE:3",
        "LOCATION:Room 1",
        "ATTENDEE:mailto:carol@example.org",
        `ATTENDEE;CN=Me;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:dora@example.org":mailto:${ME}`,
        `ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;DELEGATED-FROM="mailto:${ME}":mailto:dora@example.org`,
      ].sort(),
    );
  });

  it("passes on no more than the occurrence that is delegated", async () => {
    const { event } = await answered({
      ...QUESTION,
      event: ["RRULE:FREQ=DAILY;COUNT=5", "EXDATE:20261203T090000Z", "RDATE:20261224T090000Z"],
      occurrence: "2026-12-02T09:00:00Z",
    });
    expect(
      event.filter((line) => /^(?:RECURRENCE-ID|DT(?:START|END)|RRULE|RDATE|EXDATE)/.test(line)),
    ).toEqual([
      "RECURRENCE-ID:20261202T090000Z",
      "DTSTART:20261202T090000Z",
      "DTEND:20261202T100000Z",
    ]);
  });

  it("has a SUMMARY, if an empty one, and leaves out what says nothing (RFC 5546 §3.2.2)", async () => {
    const { event } = await answered({
      ...QUESTION,
      event: ["SUMMARY", "DESCRIPTION:", "DURATION:PT1H"],
    });
    expect(event).toContain("SUMMARY:");
    expect(event.join()).not.toContain("DESCRIPTION");
    expect(event).toContain("DTEND:20261201T100000Z");
    expect(event.join()).not.toContain("DURATION");
  });

  it("names a delegator by the URI of the invitation (RFC 5545 §3.2.4)", async () => {
    const { event } = await answered({
      ...QUESTION,
      event: [`ATTENDEE;EMAIL=${ME}:urn:uuid:8f4d2c3b-1a9e-4c0d-9b7a-2d6e5f1c0a33`],
    });
    expect(event).toContain(
      'ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;DELEGATED-FROM="urn:uuid:8f4d2c3b-1a9e-4c0d-9b7a-2d6e5f1c0a33":mailto:dora@example.org',
    );
  });

  it("refuses an occurrence that is none", async () => {
    const { kind } = await answered({ ...QUESTION, occurrence: "2026-12-02T09:00:00Z" });
    expect(kind).toBe("no-occurrence");
  });

  it("is not written without an ORGANIZER", async () => {
    const { kind } = await answered({ ...QUESTION, event: ["ORGANIZER"] });
    expect(kind).toBe("not-answerable");
  });
});

interface ToDo extends Question {
  /** Further content lines of the VTODO. */
  readonly lines?: readonly string[];
}

describe("the answer to a to-do", () => {
  it("repeats DUE and is a VTODO", async () => {
    const message = (await todo()).lines;
    expect(message).toContain("BEGIN:VTODO");
    expect(message).toContain("DUE:20261203T090000Z");
    expect(message).not.toContain("BEGIN:VEVENT");
  });

  it("proposes another DUE", async () => {
    const { event } = await todo(PROPOSAL);
    expect(event.filter((line) => /^D(?:TSTART|UE)/.test(line))).toEqual([
      "DTSTART:20261202T090000Z",
      "DUE:20261202T103000Z",
    ]);
  });

  it("has a priority wherever RFC 5546 wants one (§3.4.2, §3.4.7)", async () => {
    expect((await todo(PROPOSAL)).event).toContain("PRIORITY:0");
    expect((await todo(DELEGATE, { toDelegate: true })).event).toContain("PRIORITY:0");
    expect((await todo()).event.join()).not.toContain("PRIORITY");
    const { event } = await todo(PROPOSAL, { lines: ["PRIORITY:3"] });
    expect(event.filter((line) => line.startsWith("PRIORITY"))).toEqual(["PRIORITY:3"]);
  });

  it("asks for the latest version without ORGANIZER and COMMENT (RFC 5546 §3.4.6)", async () => {
    const { event, mail } = await todo(REFRESH, { comment: "Lost it" });
    expect(event).toEqual([...HEAD, `ATTENDEE:mailto:${ME}`]);
    expect(mail.to).toMatchObject({ value: [{ address: BOSS }] });
    expect(mail.text).toContain("Lost it");
  });

  function todo(
    answer: Answer = ACCEPTED,
    { lines: added = [], ...question }: ToDo = {},
  ): ReturnType<typeof answered> {
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Example//EN",
      "METHOD:REQUEST",
      "BEGIN:VTODO",
      "UID:1@example.com",
      "DTSTAMP:20261122T115900Z",
      "SUMMARY:Report",
      "DTSTART:20261201T090000Z",
      "DUE:20261203T090000Z",
      ...added,
      `ORGANIZER:mailto:${BOSS}`,
      `ATTENDEE;RSVP=TRUE:mailto:${ME}`,
      "END:VTODO",
      "END:VCALENDAR",
      "",
    ];
    return answered({ ...question, answer, body: lines.join("\r\n") });
  }
});

describe("the action that an answer carries out", () => {
  it.each([
    [ACCEPTED, "accept"],
    [{ kind: "reply", partstat: "TENTATIVE" }, "tentative"],
    [{ kind: "reply", partstat: "DECLINED" }, "decline"],
    [DELEGATE, "delegate"],
    [PROPOSAL, "counter"],
    [REFRESH, "refresh"],
  ] as const)("of %j is %s", (answer, action) => {
    expect(actionOf(answer)).toBe(action);
  });
});

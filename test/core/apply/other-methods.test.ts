import { describe, expect, it } from "vitest";

import { applied, BOSS, linesAt, linesOf, ME, object, put } from "./applying.ts";

const WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=10";
const LATER = ["SEQUENCE:1", "DTSTAMP:20261102T090000Z"];
const SECOND = "20261208T100000Z";

async function held(...lines: readonly string[]): Promise<string> {
  return put({ message: object("REQUEST", lines), answer: "ACCEPTED" });
}

describe("CANCEL", () => {
  const message = object("CANCEL", [...LATER, "STATUS:CANCELLED"]);

  it("marks the event, or takes it away where the user wants that", async () => {
    const text = await put({ message, held: await held() });
    expect(linesOf(text, "STATUS")).toEqual(["STATUS:CANCELLED"]);
    expect(linesAt(text)).toContain("X-MOZ-RECEIVED-SEQUENCE:1");
    const settings = { cancelledEvents: "remove" } as const;
    expect(await applied({ message, held: await held(), settings })).toEqual({ kind: "remove" });
  });

  it("marks one instance, or takes it out of its series", async () => {
    const one = object("CANCEL", [...LATER, `RECURRENCE-ID:${SECOND}`, "STATUS:CANCELLED"]);
    const marked = await put({ message: one, held: await held(WEEKLY) });
    expect(linesOf(marked, "STATUS")).toEqual([]);
    expect(linesOf(marked, "STATUS", SECOND)).toEqual(["STATUS:CANCELLED"]);
    expect(linesOf(marked, "DTSTART", SECOND)).toEqual([`DTSTART:${SECOND}`]);
    const settings = { cancelledEvents: "remove" } as const;
    const removed = await put({ message: one, held: await held(WEEKLY), settings });
    expect(linesOf(removed, "EXDATE")).toEqual([`EXDATE:${SECOND}`]);
    expect(linesAt(removed, SECOND)).toEqual([]);
  });

  it.each([
    ["a COUNT", WEEKLY, "RRULE:FREQ=WEEKLY;UNTIL=20261208T095959Z"],
    ["no end", "RRULE:FREQ=WEEKLY", "RRULE:FREQ=WEEKLY;UNTIL=20261208T095959Z"],
    [
      "an UNTIL",
      "RRULE:UNTIL=20270301T100000Z;FREQ=WEEKLY",
      "RRULE:FREQ=WEEKLY;UNTIL=20261208T095959Z",
    ],
  ])("ends a series with %s where all that follows is cancelled", async (_, rule, wanted) => {
    const lines = [...LATER, `RECURRENCE-ID;RANGE=THISANDFUTURE:${SECOND}`, "STATUS:CANCELLED"];
    const text = await put({ message: object("CANCEL", lines), held: await held(rule) });
    expect(linesOf(text, "RRULE")).toEqual([wanted]);
  });

  it("for others takes them alone out", async () => {
    const carol = "ATTENDEE:mailto:carol@example.org";
    const both = object("REQUEST", []).replace("END:VEVENT", `${carol}\r\nEND:VEVENT`);
    const message = object("CANCEL", [...LATER, carol]);
    const text = await put({ message, held: await put({ message: both, answer: "ACCEPTED" }) });
    expect(linesOf(text, "ATTENDEE")).toHaveLength(1);
    expect(linesOf(text, "STATUS")).toEqual([]);
  });

  it("says nothing of an event that the calendar does not hold, or holds from another organizer", async () => {
    const unknown = { kind: "nothing", because: "unknown-event" };
    expect(await applied({ message })).toEqual(unknown);
    const theirs = await put({
      message: object("REQUEST", ["ORGANIZER:mailto:rival@example.com"]),
      from: "rival@example.com",
      answer: "ACCEPTED",
    });
    expect(await applied({ message, held: theirs })).toEqual(unknown);
  });

  it("that is older than what the calendar holds is outdated", async () => {
    const newer = await held("SEQUENCE:2", "DTSTAMP:20261105T090000Z");
    expect(await applied({ message, held: newer })).toEqual({
      kind: "nothing",
      because: "outdated",
    });
  });
});

const OWN = [
  `ORGANIZER:mailto:${ME}`,
  "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bea@example.net",
];
const BEA = "bea@example.net";

function reply(...lines: readonly string[]): string {
  const plain = [
    `ORGANIZER:mailto:${ME}`,
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${BEA}`,
    "DTSTAMP:20261103T090000Z",
  ];
  const isReplaced = (line: string): boolean =>
    lines.some((other) => /^\w*/.exec(other)?.[0] === /^\w*/.exec(line)?.[0]);
  return object("REPLY", [...plain.filter((line) => !isReplaced(line)), ...lines]);
}

describe("REPLY to the user's own event", () => {
  const mine = object(null, OWN);

  it("sets the attendee's answer and words", async () => {
    const message = reply("COMMENT:With pleasure\\, Bea");
    const text = await put({ message, held: mine, from: BEA });
    const [attendee] = linesOf(text, "ATTENDEE");
    expect(attendee).toContain("PARTSTAT=ACCEPTED");
    expect(attendee).toContain("RSVP=TRUE");
    expect(attendee).toContain('X-RESPONSE-COMMENT="With pleasure, Bea"');
    expect(attendee).toContain("RECEIVED-DTSTAMP=20261103T090000Z");
  });

  it("that is older than the one counted changes nothing", async () => {
    const current = await put({ message: reply(), held: mine, from: BEA });
    const old = reply("DTSTAMP:20261102T090000Z").replace("=ACCEPTED", "=DECLINED");
    expect(await applied({ message: old, held: current, from: BEA })).toEqual({
      kind: "nothing",
      because: "outdated",
    });
  });

  it("to an instance answers for that alone", async () => {
    const series = object(null, [...OWN, WEEKLY]);
    const text = await put({ message: reply(`RECURRENCE-ID:${SECOND}`), held: series, from: BEA });
    expect(linesOf(text, "ATTENDEE")[0]).toContain("NEEDS-ACTION");
    expect(linesOf(text, "ATTENDEE", SECOND)[0]).toContain("PARTSTAT=ACCEPTED");
  });

  it("adds a party crasher by the user's click", async () => {
    const message = reply().replaceAll(BEA, "crasher@example.net");
    const text = await put({ message, held: mine, from: "crasher@example.net" });
    expect(linesOf(text, "ATTENDEE")).toHaveLength(2);
  });

  it("of a delegator brings the delegate along", async () => {
    const attendee = `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:dan@example.net":mailto:${BEA}`;
    const text = await put({ message: reply(attendee), held: mine, from: BEA });
    const [bea, dan] = linesOf(text, "ATTENDEE");
    expect(bea).toContain("PARTSTAT=DELEGATED");
    expect(dan).toContain('DELEGATED-FROM="mailto:bea@example.net"');
    expect(dan).toContain("PARTSTAT=NEEDS-ACTION");
  });

  it("of a delegate tells of his delegator", async () => {
    const attendee = `ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:${BEA}":mailto:dan@example.net`;
    const text = await put({ message: reply(attendee), held: mine, from: "dan@example.net" });
    const [bea, dan] = linesOf(text, "ATTENDEE");
    expect(bea).toContain("PARTSTAT=DELEGATED");
    expect(dan).toContain("PARTSTAT=ACCEPTED");
  });

  it("to somebody else's event says nothing", async () => {
    const theirs = object(null, []);
    const message = reply(`ORGANIZER:mailto:${BOSS}`);
    expect((await applied({ message, held: theirs, from: BEA })).kind).toBe("nothing");
  });
});

describe("COUNTER that the organizer agrees to", () => {
  const message = object("COUNTER", [
    ...[`ORGANIZER:mailto:${ME}`, `ATTENDEE;PARTSTAT=TENTATIVE:mailto:${BEA}`],
    ...["DTSTART;TZID=Europe/Berlin:20261201T130000", "DTEND;TZID=Europe/Berlin:20261201T140000"],
  ]);

  it("moves the event one SEQUENCE on and asks everybody anew", async () => {
    const answered = object(null, OWN).replace("NEEDS-ACTION", "ACCEPTED");
    const text = await put({ message, held: answered, from: BEA });
    expect(linesOf(text, "DTSTART")).toEqual(["DTSTART:20261201T120000Z"]);
    expect(linesOf(text, "DTEND")).toEqual(["DTEND:20261201T130000Z"]);
    expect(linesOf(text, "SEQUENCE")).toEqual(["SEQUENCE:1"]);
    expect(linesOf(text, "ATTENDEE")[0]).toContain("PARTSTAT=NEEDS-ACTION");
  });

  it("moves one instance of a series", async () => {
    const one = message.replace("UID:", `RECURRENCE-ID:${SECOND}\r\nUID:`);
    const text = await put({ message: one, held: object(null, [...OWN, WEEKLY]), from: BEA });
    expect(linesOf(text, "DTSTART", SECOND)).toEqual(["DTSTART:20261201T120000Z"]);
    expect(linesOf(text, "DTSTART")).toEqual(["DTSTART:20261201T100000Z"]);
  });
});

describe("ADD", () => {
  it("is one more instance, an RDATE of the series", async () => {
    const message = object("ADD", [...LATER, "DTSTART:20261210T100000Z", "DTEND:20261210T120000Z"]);
    const text = await put({ message, held: await held(WEEKLY), answer: "ACCEPTED" });
    expect(linesOf(text, "RDATE")).toEqual(["RDATE:20261210T100000Z"]);
    expect(linesOf(text, "DTEND", "20261210T100000Z")).toEqual(["DTEND:20261210T120000Z"]);
    expect(linesOf(text, "ATTENDEE", "20261210T100000Z")[0]).toContain("PARTSTAT=ACCEPTED");
  });
});

describe.each(["REFRESH", "DECLINECOUNTER"])("%s", (method) => {
  it("leaves the calendar as it is", async () => {
    const result = await applied({ message: object(method, []), held: await held() });
    expect(result.kind).toBe("nothing");
  });
});

describe("PUBLISH", () => {
  it("is kept without anybody's answer", async () => {
    const text = await put({ message: object("PUBLISH", ["ATTENDEE"]) });
    expect(linesAt(text)).toContain("SUMMARY:Budget");
    expect(linesOf(text, "ATTENDEE")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";

import { applied, linesAt, linesOf, ME, object, put, undefinedZones } from "./applying.ts";

const ALARM = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:x", "END:VALARM"];
const MINE = /ATTENDEE.*alex@example\.org/;

function mine(text: string, recurrenceId = ""): string {
  const line = linesAt(text, recurrenceId).find((one) => MINE.test(one)) ?? "";
  return /PARTSTAT=([A-Z-]+)/.exec(line)?.[1] ?? "";
}

describe("an invitation that is accepted", () => {
  it("stands in the calendar with the user's answer and the version received", async () => {
    const text = await put({ message: object("REQUEST", []), answer: "ACCEPTED" });
    expect(text).not.toContain("METHOD");
    expect(mine(text)).toBe("ACCEPTED");
    expect(linesAt(text)).toContain("X-MOZ-RECEIVED-SEQUENCE:0");
    expect(linesAt(text)).toContain("X-MOZ-RECEIVED-DTSTAMP:20261101T090000Z");
  });

  it("leaves what only the organizer's programs want in the mail", async () => {
    const message = object("REQUEST", [
      "X-ALT-DESC;FMTTYPE=text/html:<b>x</b>",
      "X-MOZ-LASTACK:20261101T090000Z",
      "ATTACH:file:///etc/passwd",
      "ATTACH;ENCODING=BASE64;VALUE=BINARY:TVo=",
      "URL:javascript:alert(1)",
      'DESCRIPTION;ALTREP="data:text/html,x":Text',
      "REQUEST-STATUS:2.0;Success",
      "COMMENT:For this message alone",
      `ATTENDEE;X-TOKEN=1;SCHEDULE-STATUS=1.2;PARTSTAT=NEEDS-ACTION:mailto:${ME}`,
      ...ALARM,
    ]);
    const lines = linesAt(await put({ message, answer: "ACCEPTED" })).join("\n");
    expect(lines).toContain("DESCRIPTION:Text");
    expect(lines).not.toMatch(
      /X-ALT|LASTACK|file:|BINARY|javascript|ALTREP|REQUEST-STATUS|COMMENT|X-TOKEN|SCHEDULE-|VALARM/,
    );
  });

  it("keeps links that lead to the web", async () => {
    const message = object("REQUEST", [
      "ATTACH:https://example.com/agenda.pdf",
      "URL:https://example.com/",
      'CONFERENCE;VALUE=URI;LABEL="Join":https://meet.example.com/x',
    ]);
    const lines = linesAt(await put({ message, answer: "ACCEPTED" }));
    expect(lines).toContain("ATTACH:https://example.com/agenda.pdf");
    expect(lines).toContain("URL:https://example.com/");
    expect(lines.some((line) => line.startsWith("CONFERENCE"))).toBe(true);
  });

  it("says who answers where the invitation does not name him", async () => {
    const message = object("REQUEST", ["ATTENDEE:mailto:carol@example.org"]);
    const text = await put({ message, answer: "TENTATIVE" });
    expect(mine(text)).toBe("TENTATIVE");
    expect(linesOf(text, "ATTENDEE")).toHaveLength(2);
  });

  it.each([
    ["that the message defines", ["DTSTART;TZID=W. Europe Standard Time:20261201T100000"]],
    ["that only its name tells", ["DTSTART;TZID=America/New_York:20261201T100000"]],
    ["of a fixed offset", ["DTSTART;TZID=UTC+02:00:20261201T100000"]],
    ["that nobody knows", ["DTSTART;TZID=Nowhere:20261201T100000"]],
  ])("names no time zone without its rules: one %s", async (_, lines) => {
    const text = await put({ message: object("REQUEST", [...lines, "DTEND"]), answer: "ACCEPTED" });
    expect(undefinedZones(text)).toEqual([]);
    expect(linesOf(text, "DTSTART")).toHaveLength(1);
  });

  it("is no event without a start", async () => {
    const result = await applied({ message: object("REQUEST", ["DTSTART"]), answer: "ACCEPTED" });
    expect(result).toEqual({ kind: "nothing", because: "not-storable" });
  });

  it("repeats nothing that may stand once", async () => {
    const message = object("REQUEST", []).replace(
      "SUMMARY:Budget",
      "SUMMARY:Budget\r\nSUMMARY:Other\r\nDURATION:PT3H\r\nDTSTART:20270101T100000Z",
    );
    const text = await put({ message, answer: "ACCEPTED" });
    expect(linesOf(text, "SUMMARY")).toEqual(["SUMMARY:Budget"]);
    expect(linesOf(text, "DURATION")).toEqual([]);
    expect(linesOf(text, "DTSTART")).toHaveLength(1);
  });
});

describe("an invitation that is declined", () => {
  const message = object("REQUEST", []);

  it("stays in the calendar as declined", async () => {
    expect(mine(await put({ message, answer: "DECLINED" }))).toBe("DECLINED");
  });

  it("leaves the calendar where the user wants that", async () => {
    const settings = { declinedEvents: "remove" } as const;
    const held = await put({ message, answer: "ACCEPTED" });
    expect(await applied({ message, held, answer: "DECLINED", settings })).toEqual({
      kind: "remove",
    });
    expect((await applied({ message, answer: "DECLINED", settings })).kind).toBe("nothing");
  });

  it("leaves a gap in its series where one instance is declined", async () => {
    const held = await put({ message: object("REQUEST", [WEEKLY]), answer: "ACCEPTED" });
    const instance = object("REQUEST", MOVED);
    const settings = { declinedEvents: "remove" } as const;
    const result = await applied({ message: instance, held, answer: "DECLINED", settings });
    expect(result.kind).toBe("put");
    const text = result.kind === "put" ? result.text : "";
    expect(linesOf(text, "EXDATE")).toEqual(["EXDATE:20261208T100000Z"]);
    expect(linesAt(text, "20261208T100000Z")).toEqual([]);
  });
});

const WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=10";

const MOVED = [
  "RECURRENCE-ID:20261208T100000Z",
  "SEQUENCE:1",
  "DTSTAMP:20261102T090000Z",
  "DTSTART:20261208T120000Z",
  "DTEND:20261208T130000Z",
];

describe("an update", () => {
  const OWN = ["CATEGORIES:Mine", "TRANSP:TRANSPARENT", "COLOR:red", "X-MOZ-LASTACK:20261101T1Z"];

  async function held(...lines: readonly string[]): Promise<string> {
    const text = await put({ message: object("REQUEST", []), answer: "ACCEPTED" });
    return text.replace("END:VEVENT", [...lines, ...ALARM, "END:VEVENT"].join("\r\n"));
  }

  it("moves the event and keeps what is the user's own", async () => {
    const message = object("REQUEST", [
      "SEQUENCE:1",
      "DTSTAMP:20261102T090000Z",
      "DTSTART:20261202T100000Z",
      "DTEND:20261202T110000Z",
      "CATEGORIES:Theirs",
      "TRANSP:OPAQUE",
    ]);
    const text = await put({ message, held: await held(...OWN), answer: "ACCEPTED" });
    const lines = linesAt(text);
    expect(lines).toContain("DTSTART:20261202T100000Z");
    for (const line of [...OWN, ...ALARM]) {
      expect(lines).toContain(line);
    }
    expect(lines).not.toContain("CATEGORIES:Theirs");
    expect(lines).not.toContain("TRANSP:OPAQUE");
    expect(lines).toContain("X-MOZ-RECEIVED-SEQUENCE:1");
  });

  it("asks again where it is taken over without an answer and the organizer asks", async () => {
    const message = object("REQUEST", ["SEQUENCE:1", "DTSTAMP:20261102T090000Z"]);
    expect(mine(await put({ message, held: await held() }))).toBe("NEEDS-ACTION");
  });

  it("leaves the answer where the organizer repeats it, and believes no other", async () => {
    for (const partstat of ["ACCEPTED", "DECLINED"]) {
      const attendee = `ATTENDEE;PARTSTAT=${partstat}:mailto:${ME}`;
      const message = object("REQUEST", ["SUMMARY:New", "DTSTAMP:20261102T090000Z", attendee]);
      expect(mine(await put({ message, held: await held() }))).toBe("ACCEPTED");
    }
    const marked = object("REQUEST", [`ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ME}`]);
    expect(mine(await put({ message: marked }))).toBe("NEEDS-ACTION");
  });

  it("that is older changes the answer alone", async () => {
    const newer = ["SEQUENCE:2", "DTSTAMP:20261105T090000Z", "SUMMARY:New"];
    const current = await put({ message: object("REQUEST", newer), answer: "ACCEPTED" });
    const old = object("REQUEST", []);
    expect(await applied({ message: old, held: current })).toEqual({
      kind: "nothing",
      because: "outdated",
    });
    const text = await put({ message: old, held: current, answer: "DECLINED" });
    expect(linesAt(text)).toContain("SUMMARY:New");
    expect(mine(text)).toBe("DECLINED");
  });

  it("finds the event under another organizer replaced by the user's click", async () => {
    const message = object("REQUEST", ["ORGANIZER:mailto:rival@example.com", "SUMMARY:Theirs"]);
    const text = await put({
      message,
      held: await held(...OWN),
      answer: "ACCEPTED",
      from: "rival@example.com",
    });
    expect(linesAt(text)).toContain("SUMMARY:Theirs");
    expect(linesAt(text)).toContain("CATEGORIES:Mine");
  });
});

describe("instances", () => {
  async function series(): Promise<string> {
    return put({ message: object("REQUEST", [WEEKLY]), answer: "ACCEPTED" });
  }

  it("are changed alone, with the habits of their series", async () => {
    const held = (await series()).replace("END:VEVENT", [...ALARM, "END:VEVENT"].join("\r\n"));
    const text = await put({ message: object("REQUEST", MOVED), held, answer: "TENTATIVE" });
    expect(mine(text)).toBe("ACCEPTED");
    expect(mine(text, "20261208T100000Z")).toBe("TENTATIVE");
    expect(linesAt(text, "20261208T100000Z")).toContain("DTSTART:20261208T120000Z");
    expect(linesAt(text, "20261208T100000Z")).toContain("TRIGGER:-PT15M");
    expect(linesOf(text, "RRULE")).toHaveLength(1);
  });

  it("stand alone where only they were invited to", async () => {
    const text = await put({ message: object("REQUEST", MOVED), answer: "ACCEPTED" });
    expect(linesAt(text)).toEqual([]);
    expect(mine(text, "20261208T100000Z")).toBe("ACCEPTED");
  });

  it("are dropped by a rescheduled series, but not by one that is merely retitled", async () => {
    const changed = await put({ message: object("REQUEST", MOVED), held: await series() });
    const retitled = object("REQUEST", [WEEKLY, "DTSTAMP:20261103T090000Z", "SUMMARY:New"]);
    const kept = await put({ message: retitled, held: changed, answer: "ACCEPTED" });
    expect(linesAt(kept, "20261208T100000Z")).not.toEqual([]);
    const rescheduled = object("REQUEST", [WEEKLY, "DTSTAMP:20261103T090000Z", "SEQUENCE:2"]);
    const text = await put({ message: rescheduled, held: changed, answer: "ACCEPTED" });
    expect(linesAt(text, "20261208T100000Z")).toEqual([]);
  });

  it("take place again after they were taken out", async () => {
    const held = (await series()).replace("RRULE", "EXDATE:20261208T100000Z\r\nRRULE");
    const text = await put({ message: object("REQUEST", MOVED), held, answer: "ACCEPTED" });
    expect(linesOf(text, "EXDATE")).toEqual([]);
    expect(linesAt(text, "20261208T100000Z")).not.toEqual([]);
  });

  it("in a zone that the calendar defines in another way keep their instants", async () => {
    const zone = (offset: string): string =>
      [
        "BEGIN:VTIMEZONE",
        "TZID:Home",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        `TZOFFSETFROM:${offset}`,
        `TZOFFSETTO:${offset}`,
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
      ].join("\r\n");
    const first = object("REQUEST", [
      WEEKLY,
      "DTSTART;TZID=Home:20261201T100000",
      "DTEND;TZID=Home:20261201T110000",
    ]).replace("BEGIN:VEVENT", zone("+0100"));
    const second = object("REQUEST", [
      ...MOVED.filter((line) => !/^(?:RECURRENCE|DT(?:START|END))/.test(line)),
      "RECURRENCE-ID;TZID=Home:20261208T110000",
      "DTSTART;TZID=Home:20261208T140000",
      "DTEND;TZID=Home:20261208T150000",
    ]).replace("BEGIN:VEVENT", zone("+0200"));
    const held = await put({ message: first, answer: "ACCEPTED" });
    const text = await put({ message: second, held, answer: "ACCEPTED" });
    expect(linesOf(text, "DTSTART")).toEqual(["DTSTART;TZID=Home:20261201T100000"]);
    expect(linesOf(text, "DTSTART", "20261208T090000Z")).toEqual(["DTSTART:20261208T120000Z"]);
  });
});

describe("a calendar whose server could send the mail", () => {
  it("is told to keep silent where the mail is ours", async () => {
    const order = { message: object("REQUEST", []), answer: "ACCEPTED" };
    const text = await put({ ...order, mail: "own-instead-of-server" });
    expect(linesOf(text, "ORGANIZER")[0]).toContain("SCHEDULE-AGENT=CLIENT");
    expect(await put(order)).not.toContain("SCHEDULE-AGENT");
  });

  it("finds the user's words in the event where the mail is the server's", async () => {
    const order = { message: object("REQUEST", []), answer: "ACCEPTED", comment: "Late, sorry" };
    expect(linesAt(await put({ ...order, mail: "server" }))).toContain("COMMENT:Late\\, sorry");
    expect(await put(order)).not.toContain("COMMENT");
  });
});

describe("a series of 500 instances with 50 exceptions", () => {
  it("is applied as a whole", async () => {
    const exceptions = Array.from({ length: 50 }, (_, index) => {
      const day = new Date(Date.UTC(2026, 11, 2 + index)).toISOString().slice(0, 10);
      const date = day.replaceAll("-", "");
      return [`RECURRENCE-ID:${date}T100000Z`, `DTSTART:${date}T120000Z`, `DTEND:${date}T130000Z`];
    });
    const message = object("REQUEST", ["RRULE:FREQ=DAILY;COUNT=500"], ...exceptions);
    const held = await put({ message, answer: "ACCEPTED" });
    expect(held.match(/BEGIN:VEVENT/g)).toHaveLength(51);
    const changed = message.replace("SUMMARY:Budget", "SUMMARY:New");
    const newer = changed.replaceAll("20261101T090000Z", "20261102T090000Z");
    expect(await put({ message: newer, held, answer: "ACCEPTED" })).toContain("SUMMARY:New");
  });
});

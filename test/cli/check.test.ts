import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { BOSS, file, ME, message, PLAIN } from "./messages.ts";
import { CommandLine, invitation, records, type Outcome } from "./run.ts";

let convene: CommandLine;

beforeAll(async () => {
  convene = await CommandLine.bundle();
});

afterAll(() => {
  convene.remove();
});

const NOW = ["--now", "2026-11-22T12:00:00Z"];
const AS_ME = ["--me", ME, ...NOW];

/** Keys of a record, in the order of the contract. */
const RECORD = ["file", "verdict", "findings", "invitations"];
const INVITATION = [
  ...["part", "copies", "method", "methodParameter"],
  ...["component", "uid", "recurrenceId", "instances", "sequence", "dtstamp"],
  ...["summary", "start", "end", "timeZone", "tzid", "allDay"],
  ...["recurrence", "organizer", "sender"],
  ...["role", "me", "matchedBy", "partstat", "answered"],
  ...["state", "answerNeeded", "actions"],
  ...["replyTo", "verdict", "changes", "findings"],
];

function check(name: string, content: Buffer, ...words: readonly string[]): Promise<Outcome> {
  return convene.run([
    "check",
    convene.write(name, content),
    ...(words.length > 0 ? words : AS_ME),
  ]);
}

async function one(content: Buffer, ...words: readonly string[]): Promise<Record<string, unknown>> {
  const [record] = records((await check("one.eml", content, ...words)).stdout);
  return invitation(record);
}

describe("convene check", () => {
  it("prints a record a file, a line each, in their order", async () => {
    const a = convene.write("a.eml", message());
    const b = convene.write("b.eml", PLAIN);
    const { code, stdout, stderr } = await convene.run(["check", b, a, ...AS_ME, b]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(records(stdout).map((record) => record["file"])).toEqual([b, a, b]);
    expect(stdout.endsWith("}\n")).toBe(true);
  });

  it("prints everything that is known of an invitation", async () => {
    const event = [
      "DTSTART;TZID=W. Europe Standard Time:20261201T110000",
      "DTEND;TZID=W. Europe Standard Time:20261201T120000",
      "RRULE:FREQ=WEEKLY;COUNT=3",
    ];
    const { stdout } = await check("full.eml", message({ event }));
    const [record] = records(stdout);
    expect(Object.keys(record ?? {})).toEqual(RECORD);
    expect(Object.keys(invitation(record)).sort()).toEqual([...INVITATION].sort());
    expect(invitation(record)).toMatchObject({
      part: "2",
      copies: ["2"],
      method: "REQUEST",
      methodParameter: "REQUEST",
      component: "VEVENT",
      uid: "1@example.com",
      recurrenceId: null,
      instances: [],
      sequence: 0,
      dtstamp: "2026-11-22T11:59:00Z",
      summary: "Budget",
      start: "2026-12-01T10:00:00Z",
      end: "2026-12-01T11:00:00Z",
      timeZone: "Europe/Berlin",
      tzid: "W. Europe Standard Time",
      allDay: false,
      recurrence: "FREQ=WEEKLY;COUNT=3",
      organizer: BOSS,
      sender: BOSS,
      role: "attendee",
      me: ME,
      matchedBy: "exact",
      partstat: "NEEDS-ACTION",
      answered: null,
      state: "new",
      answerNeeded: true,
      actions: [
        "accept",
        "tentative",
        "decline",
        "delegate",
        "counter",
        "refresh",
        "record",
        "ignore",
      ],
      replyTo: BOSS,
      changes: [],
    });
  });

  it.each([
    { what: "an unusable part", content: message({ body: "BEGIN:VCALENDAR\r\nnothing" }) },
    { what: "a METHOD that is unknown", content: message({ method: "FORWARD" }) },
    { what: "a bare file", content: file() },
    { what: "a file without METHOD", content: file({ method: null }) },
  ])("prints every key for $what", async ({ content }) => {
    const [record] = records((await check("keys.eml", content)).stdout);
    expect(Object.keys(invitation(record)).sort()).toEqual([...INVITATION].sort());
    expect(Object.values(invitation(record))).not.toContain(undefined);
  });

  it("says null for what is not known of an unusable part", async () => {
    const body = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
    const [record] = records((await check("unusable.eml", message({ body }))).stdout);
    expect(record).toMatchObject({ verdict: "unusable" });
    expect(invitation(record)).toMatchObject({
      part: "2",
      state: "unusable",
      verdict: "unusable",
      actions: ["ignore"],
      component: null,
      uid: null,
      recurrenceId: null,
      instances: [],
      sequence: null,
      dtstamp: null,
      summary: null,
      start: null,
      end: null,
      timeZone: null,
      tzid: null,
      allDay: null,
      recurrence: null,
      organizer: null,
      me: null,
      matchedBy: null,
      partstat: null,
      answered: null,
      answerNeeded: null,
      replyTo: null,
      changes: [],
    });
  });

  it("has nothing to say of a message without a calendar", async () => {
    const { code, stdout } = await check("plain.eml", PLAIN);
    expect(code).toBe(0);
    expect(records(stdout)).toEqual([
      { file: convene.path("plain.eml"), verdict: "ok", findings: [], invitations: [] },
    ]);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["noise", Buffer.from([0, 255, 1, 254, 10, 13, 0, 0])],
    ["one line", Buffer.from("BEGIN:VCALENDAR")],
  ])("takes any bytes for a message: %s", async (_, content) => {
    const { stdout, stderr } = await check("any.eml", content);
    expect(stderr).toBe("");
    expect(records(stdout)).toHaveLength(1);
  });

  it("reads a bare file without asking what concerns messages", async () => {
    const [record] = records((await check("bare.ics", file())).stdout);
    expect(invitation(record)).toMatchObject({
      part: null,
      copies: [],
      sender: null,
      state: "new",
    });
    expect(JSON.stringify(record)).not.toContain("method-parameter");
  });

  it("reads standard input for -", async () => {
    const { code, stdout } = await convene.run(["check", "-", ...AS_ME], message());
    expect(code).toBe(0);
    expect(records(stdout)).toMatchObject([{ file: "-", invitations: [{ state: "new" }] }]);
  });

  it("goes on behind a file that cannot be opened, and ends with 1", async () => {
    const good = convene.write("good.eml", message());
    const { code, stdout, stderr } = await convene.run([
      "check",
      convene.path("missing.eml"),
      convene.folder,
      good,
      ...AS_ME,
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe("");
    const [missing, folder, last] = records(stdout);
    expect(missing).toEqual({
      file: convene.path("missing.eml"),
      error: expect.any(String) as string,
    });
    expect(Object.keys(folder ?? {})).toEqual(["file", "error"]);
    expect(last).toMatchObject({ file: good, invitations: [{ state: "new" }] });
  });

  it("ends with 1 for an error, and with 0 for a warning", async () => {
    expect((await check("error.eml", message({ event: ["UID"] }))).code).toBe(1);
    const warned = await check("warning.eml", message({ fields: ["From: eve@example.net"] }));
    expect(warned.code).toBe(0);
    expect(records(warned.stdout)).toMatchObject([{ verdict: "caution" }]);
  });

  it("prints findings with their rule, severity, sentence and data", async () => {
    const invited = await one(message({ fields: ["From: eve@example.net"] }));
    expect(invited["findings"]).toContainEqual({
      rule: "sender-is-organizer",
      severity: "warning",
      message: expect.stringContaining("eve@example.net") as string,
      data: expect.objectContaining({ sender: "eve@example.net", organizer: BOSS }) as object,
    });
  });
});

describe("options of convene check", () => {
  it("--me and --alias tell who the user is", async () => {
    const content = message({ event: ["ATTENDEE;RSVP=TRUE:mailto:team@example.org"] });
    const words = ["--me", "other@example.org", "--me", ME, ...NOW];
    expect(await one(message(), ...words)).toMatchObject({ me: ME, matchedBy: "exact" });
    expect(await one(content, ...words, "--alias", "Team@example.org")).toMatchObject({
      me: "team@example.org",
      matchedBy: "alias",
    });
  });

  it("without --me everybody is a bystander", async () => {
    const invited = await one(message(), ...NOW);
    expect(invited).toMatchObject({
      role: "bystander",
      me: null,
      matchedBy: null,
      answerNeeded: null,
      actions: ["accept", "tentative", "decline", "record", "ignore"],
    });
    expect(JSON.stringify(invited)).not.toContain("attendee-is-you");
  });

  it.each([
    ["2026-11-22T12:00:00Z", false],
    ["2026-11-22T12:00:00", false],
    ["2026-11-22T13:00:00+01:00", false],
    ["20261122T120000Z", false],
    ["2026-11-22", false],
    ["2026-11-20", true],
    ["2026-11-21T11:58:00", true],
  ])("--now %s is the time, in UTC where it says nothing else", async (now, isAhead) => {
    const invited = await one(file(), "--me", ME, "--now", now);
    expect(invited["state"]).toBe("new");
    expect(JSON.stringify(invited).includes("dtstamp-plausible")).toBe(isAhead);
  });

  it("--authserv tells whose Authentication-Results is believed", async () => {
    const content = message({ fields: ["Authentication-Results: mx.example.org; dmarc=fail"] });
    const believed = await one(content, ...AS_ME, "--authserv", "mx.example.org");
    const other = await one(content, ...AS_ME, "--authserv", "mx.example.com");
    expect(JSON.stringify(believed)).toContain("authentication-passed");
    expect(JSON.stringify(other)).not.toContain("authentication-passed");
  });

  it("--calendar tells what the user's calendars hold", async () => {
    const calendar = convene.write(
      "calendar.ics",
      file({
        method: null,
        event: [
          "SEQUENCE:1",
          "X-MOZ-RECEIVED-SEQUENCE:3",
          "X-MOZ-RECEIVED-DTSTAMP:20261122T120000Z",
        ],
      }),
    );
    expect(
      await one(message({ event: ["SEQUENCE:2"] }), ...AS_ME, "--calendar", calendar),
    ).toMatchObject({
      state: "stale",
    });
    expect(
      await one(
        message({ event: ["SEQUENCE:4", "LOCATION:Room 2"] }),
        ...AS_ME,
        "--calendar",
        calendar,
      ),
    ).toMatchObject({
      state: "update",
      changes: [{ field: "location", old: "", new: "Room 2" }],
    });
  });

  it("--text is for people", async () => {
    const { code, stdout } = await check("text.eml", message(), ...AS_ME, "--text");
    expect(code).toBe(0);
    expect(stdout).toContain("Budget");
    expect(stdout).not.toContain("{");
  });

  it("--mask takes every address out, the same one always alike", async () => {
    const { stdout } = await check("mask.eml", message(), ...AS_ME, "--mask");
    expect(stdout).not.toContain(ME);
    expect(stdout).not.toContain(BOSS);
    const invited = invitation(records(stdout)[0]);
    expect(invited["organizer"]).toBe(invited["replyTo"]);
    expect(invited["organizer"]).not.toBe(invited["me"]);
    const text = await check("mask.eml", message(), ...AS_ME, "--mask", "--text");
    expect(text.stdout).not.toMatch(/boss@|me@/);
  });

  it("--locale falls back to English", async () => {
    const { code, stdout } = await check(
      "locale.eml",
      message(),
      ...AS_ME,
      "--text",
      "--locale",
      "tlh",
    );
    expect(code).toBe(0);
    expect(stdout).toContain("Budget");
  });
});

describe("a call that is written wrongly", () => {
  it.each([
    { words: [] },
    { words: ["inspect"] },
    { words: ["check"] },
    { words: ["check", "a.eml", "--unknown"] },
    { words: ["check", "a.eml", "--me"] },
    { words: ["check", "a.eml", "--me", "Alex"] },
    { words: ["check", "a.eml", "--alias", "Alex <alex@example.org>"] },
    { words: ["check", "a.eml", "--now", "yesterday"] },
    { words: ["check", "a.eml", "--now", "Nov 22, 2026"] },
    { words: ["check", "a.eml", "--now", "2026-13-01"] },
    { words: ["check", "a.eml", "--locale", "not a tag"] },
    { words: ["check", "a.eml", "--calendar", "/nonexistent.ics"] },
    { words: ["apply", "a.eml"] },
    { words: ["apply", "--ledger", "l.json"] },
    { words: ["reply", "a.eml"] },
    { words: ["reply", "--accept"] },
    { words: ["reply", "a.eml", "b.eml", "--accept"] },
    { words: ["reply", "a.eml", "--accept", "--decline"] },
    { words: ["reply", "a.eml", "--delegate", "nobody"] },
    { words: ["reply", "a.eml", "--counter", "soon"] },
    { words: ["reply", "a.eml", "--counter", "2026-12-02T10:00Z/2026-12-02T09:00Z"] },
    { words: ["reply", "a.eml", "--counter", "2026-12-02T10:00Z/2026-12-02T11:00Z/x"] },
    { words: ["reply", "a.eml", "--accept", "--invitation", "0"] },
  ])("ends with 2 and one line: $words", async ({ words }) => {
    const { code, stdout, stderr } = await convene.run(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });

  it("a broken ledger is never read over", async () => {
    for (const content of [
      "{",
      "[]",
      '{"version":99,"events":[]}',
      '{"version":1,"events":[{}]}',
    ]) {
      const ledger = convene.write("broken.json", content);
      const { code, stdout, stderr } = await check(
        "a.eml",
        message(),
        ...AS_ME,
        "--ledger",
        ledger,
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^[^\n]+\n$/);
    }
  });
});

describe("convene itself", () => {
  it("--help and --version need nothing else", async () => {
    const help = await convene.run(["--help"]);
    expect(help.code).toBe(0);
    for (const word of ["check", "apply", "reply", "rules", "--me", "--occurrence", "--mask"]) {
      expect(help.stdout).toContain(word);
    }
    expect(await convene.run(["check", "--help"])).toMatchObject({ code: 0, stdout: help.stdout });
    const version = await convene.run(["--version"]);
    expect(version).toMatchObject({ code: 0, stderr: "" });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await convene.run(["check", "--version"])).toEqual(version);
  });

  it("rules prints the catalogue", async () => {
    const { code, stdout } = await convene.run(["rules"]);
    const rules = JSON.parse(stdout) as readonly Record<string, unknown>[];
    expect(code).toBe(0);
    expect(rules.length).toBeGreaterThan(40);
    for (const rule of rules) {
      expect(Object.keys(rule)).toEqual(["id", "severity", "clause", "methods", "title"]);
      expect(rule["title"]).not.toBe("");
    }
  });

  it("ends quietly when nobody reads on", async () => {
    const name = convene.write("unread.eml", message());
    const { stderr } = await convene.runUnread(["check", ...Array<string>(50).fill(name)]);
    expect(stderr).toBe("");
  });
});

import { describe, expect, it } from "vitest";

import { MAX_INSTANCES } from "../../src/core/limits.ts";
import { whenWords } from "../../src/core/words/when-words.ts";
import { calendarOf, NOW } from "../core/rules/rule-tester.ts";
import { reader } from "../core/words/english.ts";
import { answerTo, named, receive, sentences, type Received } from "./stage.ts";

function when({ inspected }: Received): string {
  const { main } = inspected.invitation;
  const words = main && whenWords(main, reader({ now: NOW }));
  return [words?.headline, words?.detail].join(" ");
}

describe("reminders", () => {
  it.each([
    ["PROCEDURE", ["ATTACH:file:///bin/sh"], "run a program"],
    ["EMAIL", ["ATTENDEE:mailto:victim@example.net"], "victim@example.net"],
    ["AUDIO", ["ATTACH:https://attacker.example/a.wav"], "attacker.example"],
  ])("A38 an alarm with ACTION:%s is named and kept nowhere", async (action, lines, words) => {
    const alarm = ["BEGIN:VALARM", `ACTION:${action}`, "TRIGGER:-PT5M", ...lines, "END:VALARM"];
    const received = await receive({ event: alarm.join("\r\n").split("\n\n") });

    expect(received.broken).toContain("alarms-harmless: warning");
    expect(sentences(received, "alarms-harmless")[0]).toContain(words);
    expect(received.verdict).not.toBe("ok");
    expect(answerTo(received)?.properties.join("\n")).not.toMatch(/ALARM|ACTION/);
    expect(JSON.stringify(received.inspected.fact)).not.toContain(action);
  });
});

describe("recurrences without end", () => {
  it.each([
    ["every second", "FREQ=SECONDLY"],
    ["every minute", "FREQ=MINUTELY;INTERVAL=7"],
    ["a thousand million times", "FREQ=SECONDLY;COUNT=1000000000"],
    ["every second of lists", `FREQ=DAILY;BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)}`],
    ["lists of seconds", `FREQ=HOURLY;BYSECOND=${upTo(60)}`],
  ])("A39 %s is counted to a limit and no further", async (_, rule) => {
    const received = await receive({ event: [`RRULE:${rule}`] });

    expect(received.verdict).toBe("caution");
    expect(received.broken).toContain("recurrence-bounded: warning");
    expect(when(received)).not.toBe("");
  });

  it("A39 a rule that never yields anything ends", async () => {
    const rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";

    expect((await receive({ event: [`RRULE:${rule}`] })).state).toBe("new");
  });

  it.each([
    ["RDATE", "dates"],
    ["EXDATE", "dates"],
  ])("A43 a million values of %s are read up to a limit", async (name) => {
    const dates = Array.from({ length: 100_000 }, () => "20261201T090000Z").join(",");
    const event = Array.from({ length: 10 }, () => `${name}:${dates.slice(0, 170_000)}`);
    const received = await receive({ event: ["RRULE:FREQ=DAILY;COUNT=3", ...event] });

    expect(received.broken).toContain("size-within-limits: error");
    expect(received.state).toBe("new");
  });

  it.each(["P999999W", "P99999999999999999999D", "-P1D", "PT999999999999S"])(
    "A43 DURATION:%s ends nothing in an impossible time",
    async (duration) => {
      const received = await receive({ event: ["DTEND", `DURATION:${duration}`] });
      const end = received.card.end?.instant ?? null;

      expect(received.state).toBe("new");
      expect(end === null || Math.abs(end) < 8.64e15).toBe(true);
      expect(when(received)).toContain("December");
    },
  );

  function upTo(count: number): string {
    return Array.from({ length: count }, (_, index) => String(index)).join(",");
  }
});

describe("times out of sight", () => {
  it.each(["0001", "1601", "1969", "9998"])(
    "A40 an event of the year %s says so in full, and is told to be odd",
    async (year) => {
      const event = [`DTSTART:${year}0101T090000Z`, `DTEND:${year}0101T100000Z`];
      const received = await receive({ event });

      expect(received.noted).toContain("event-upcoming");
      expect(when(received)).toContain(String(Number(year)));
      expect(received.card.confirm).toEqual(year === "9998" ? [] : ["past"]);
    },
  );

  it("A58 an invitation to what is over asks twice", async () => {
    const event = ["DTSTART:20261120T090000Z", "DTEND:20261120T100000Z"];
    const received = await receive({ event });

    expect(received.noted).toContain("event-upcoming");
    expect(received.card.confirm).toEqual(["past"]);
  });
});

describe("size", () => {
  const calendar = calendarOf({ name: "" });
  const inEvent = (lines: string): string => calendar.replace("END:VEVENT", `${lines}END:VEVENT`);

  it.each([
    ["10 MB of lines", () => inEvent("X-FILL:0123456789012345678901234567\r\n".repeat(280_000))],
    ["200,000 lines", () => inEvent("X:1\r\n".repeat(250_000))],
    ["a folded line of 1 MB", () => inEvent(`DESCRIPTION:${"x\r\n ".repeat(300_000)}\r\n`)],
    ["an unfolded line of 1 MB", () => inEvent(`DESCRIPTION:${"x".repeat(1 << 20)}\r\n`)],
    ["100,000 properties", () => inEvent("X-A:1\r\n".repeat(100_000))],
    ["10,000 components", () => calendar.replace(/BEGIN:VEVENT.*END:VEVENT\r\n/s, many(10_000))],
  ])("A41 %s are read to a limit, which is said", async (_, body) => {
    const received = await receive({ body: body() });

    expect(received.broken).toContain("size-within-limits: error");
    expect(received.card.method).toBe("REQUEST");
  });

  it("A41 50,000 attendees are read to a limit, which is said", async () => {
    const guests = Array.from({ length: 50_000 }, (_, index) => `ATTENDEE:mailto:${index}@b.c\r\n`);
    const received = await receive({ body: inEvent(guests.join("")) });

    expect(received.broken).toContain("size-within-limits: error");
    expect(received.card.attendees).toHaveLength(5000);
    expect(received.state).toBe("new");
  });

  function many(count: number): string {
    return "BEGIN:VEVENT\r\nUID:1@example.com\r\nEND:VEVENT\r\n".repeat(count);
  }
});

describe("nesting", () => {
  const deep = 100_000;

  it.each([
    ["components", "BEGIN:X\r\n".repeat(deep)],
    ["calendars", "BEGIN:VCALENDAR\r\n".repeat(deep)],
    ["events within each other", "BEGIN:VEVENT\r\n".repeat(deep)],
  ])("A42 100,000 %s without end are read without recursion", async (_, lines) => {
    const body = calendarOf({ name: "" }).replace("END:VCALENDAR", `${lines}END:VCALENDAR`);
    const received = await receive({ body });

    expect(received.card.method).toBe("REQUEST");
    expect(received.broken.length).toBeGreaterThan(0);
  });

  it.each([
    ["an END without BEGIN", "END:VALARM\r\n"],
    ["a calendar within an event", "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n"],
    ["a BEGIN without END", "BEGIN:VALARM\r\n"],
  ])("A42 %s changes no METHOD and is said", async (_, lines) => {
    const body = calendarOf({ name: "" }).replace("END:VEVENT", `${lines}END:VEVENT`);
    const received = await receive({ body });

    expect(received.card.method).toBe("REQUEST");
    expect(received.inspected.invitation.uid).toBe("1@example.com");
    expect(received.broken.length).toBeGreaterThan(0);
  });
});

describe("two in the place of one", () => {
  it.each([
    ["UID", ["UID:1@example.com", "UID:2@example.com"]],
    ["DTSTART", ["DTSTART:20261201T090000Z", "DTSTART:20261202T090000Z"]],
    ["ORGANIZER", ["ORGANIZER:mailto:boss@example.com", "ORGANIZER:mailto:eve@attacker.example"]],
    ["SEQUENCE", ["SEQUENCE:0", "SEQUENCE:5"]],
  ])(
    "A44 two of %s are an error: the first is shown, never silently the last",
    async (name, lines) => {
      const received = await receive({ event: lines });

      expect(received.verdict).toBe("danger");
      expect(received.broken).toContain("properties-single: error");
      expect(sentences(received, "properties-single")[0]).toContain(name);
      expect(received.inspected.invitation.uid).toBe("1@example.com");
      expect(received.card).toMatchObject({ replyTo: "boss@example.com", sequence: 0 });
    },
  );

  it("A44 two METHODs are an error", async () => {
    const body = calendarOf({ name: "" }).replace(
      "METHOD:REQUEST",
      "METHOD:REQUEST\r\nMETHOD:CANCEL",
    );
    const received = await receive({ body });

    expect(received.card.method).toBe("REQUEST");
    expect(received.broken).toContain("properties-single: error");
  });
});

describe("poisoned time zones", () => {
  const zone = (offset: string): readonly string[] => [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    "END:STANDARD",
    "END:VTIMEZONE",
  ];
  const event = [
    "DTSTART;TZID=Europe/Berlin:20261201T100000",
    "DTEND;TZID=Europe/Berlin:20261201T110000",
  ];

  it("A45 a well-known zone with rules of its own is held against the real one", async () => {
    const received = await receive({ event, components: zone("+0900") });

    expect(received.broken).toEqual(["time-zone-rules-agree: warning"]);
    expect(received.card.start?.instant).toBe(Date.UTC(2026, 11, 1, 1));
  });

  it("A45 two zones of one name are told on, and the first holds", async () => {
    const received = await receive({ event, components: [...zone("+0100"), ...zone("+0900")] });

    expect(received.broken).toContain("time-zone-rules-agree: warning");
    expect(received.card.start?.instant).toBe(Date.UTC(2026, 11, 1, 9));
  });
});

describe("names that mean something to JavaScript", () => {
  it.each(["__PROTO__", "CONSTRUCTOR", "HASOWNPROPERTY", "TOSTRING"])(
    "A50 %s as property, parameter, component, zone and UID is a name like any other",
    async (name) => {
      const components = [`BEGIN:${name}`, `${name}:1`, `END:${name}`];
      const start = `DTSTART;TZID=${name.toLowerCase()}:20261201T100000`;
      const event = [`${name};${name}=1:polluted`, `UID:${name.toLowerCase()}`, start, "DTEND"];
      const received = await receive({ event, components });

      expect(received).toMatchObject({ state: "new", applied: true });
      expect(received.inspected.invitation.uid).toBe(name.toLowerCase());
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      expect(named(answerTo(received)?.properties, "UID")).toEqual([`UID ${name.toLowerCase()}`]);
    },
  );
});

it("the limit of instances is what the findings say it is", async () => {
  const received = await receive({ event: ["RRULE:FREQ=HOURLY"] });

  expect(sentences(received, "recurrence-bounded")[0]?.replaceAll(",", "")).toContain(
    String(MAX_INSTANCES),
  );
});

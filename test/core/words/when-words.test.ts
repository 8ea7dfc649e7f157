import { describe, expect, it } from "vitest";
import type { CalendarTime } from "../../../src/core/calendar/time.ts";
import { momentWords, timeWords, whenWords } from "../../../src/core/words/when-words.ts";
import { NOW, reader } from "./english.ts";

function date(wall: string): CalendarTime {
  return { kind: "date", wall, instant: null, tzid: null, timeZone: null };
}

function utc(wall: string): CalendarTime {
  return { kind: "utc", wall, instant: Date.parse(`${wall}Z`), tzid: null, timeZone: null };
}

function zoned(wall: string, offset: string, timeZone: string): CalendarTime {
  const instant = Date.parse(`${wall}${offset}`);
  return { kind: "zoned", wall, instant, tzid: timeZone, timeZone };
}

function floating(wall: string): CalendarTime {
  return { kind: "floating", wall, instant: null, tzid: null, timeZone: null };
}

function undefinedZone(wall: string, tzid: string): CalendarTime {
  return { kind: "undefined", wall, instant: null, tzid, timeZone: null };
}

/** Spaces of typography, which differ between versions of the locale data. */
function plain(text: string | null): string | null {
  return text?.replace(/[\u2009\u202f\u00a0]/gu, " ").replace(/ ?– ?/gu, " – ") ?? null;
}

describe("when an event is, in words", () => {
  it.each([
    {
      name: "says tomorrow and the hours",
      start: zoned("2026-12-01T10:00:00", "+01:00", "Europe/Berlin"),
      end: zoned("2026-12-01T11:00:00", "+01:00", "Europe/Berlin"),
      headline: "Tomorrow, 10:00 – 11:00",
      detail: "Tuesday, 1 December 2026 · GMT+1",
    },
    {
      name: "says today",
      start: utc("2026-11-30T15:30:00"),
      end: null,
      headline: "Today, 16:30",
      detail: "Monday, 30 November 2026 · GMT+1",
    },
    {
      name: "says yesterday",
      start: utc("2026-11-29T09:00:00"),
      end: utc("2026-11-29T10:00:00"),
      headline: "Yesterday, 10:00 – 11:00",
      detail: "Sunday, 29 November 2026 · GMT+1",
    },
    {
      name: "says weekday and date beyond, and how far off it is",
      start: utc("2026-12-09T09:00:00"),
      end: utc("2026-12-09T10:00:00"),
      headline: "Wednesday 9 December, 10:00 – 11:00",
      detail: "in 9 days · GMT+1",
    },
    {
      name: "says the year where it is another one, and the offset of that day",
      start: utc("2027-07-01T08:00:00"),
      end: null,
      headline: "Thursday, 1 July 2027 at 10:00",
      detail: "GMT+2",
    },
    {
      name: "says both days of what goes past midnight",
      start: utc("2026-12-01T21:00:00"),
      end: utc("2026-12-02T01:00:00"),
      headline: "Tuesday 1 December at 22:00 – Wednesday 2 December at 02:00",
      detail: "Tuesday, 1 December 2026 · GMT+1",
    },
    {
      name: "keeps to the start where the end is before it",
      start: utc("2026-12-01T09:00:00"),
      end: utc("2026-12-01T08:00:00"),
      headline: "Tomorrow, 10:00",
      detail: "Tuesday, 1 December 2026 · GMT+1",
    },
  ])("$name", ({ start, end, headline, detail }) => {
    const words = whenWords({ start, end, allDay: false }, reader());

    expect(plain(words.headline)).toBe(headline);
    expect(plain(words.detail)).toBe(detail);
    expect(words.elsewhere).toBeNull();
    expect(words.note).toBeNull();
  });

  it("says the organizer's time too where his clock shows another one", () => {
    const start = zoned("2026-12-08T20:00:00", "-05:00", "America/New_York");
    const end = zoned("2026-12-08T21:30:00", "-05:00", "America/New_York");
    const words = whenWords({ start, end, allDay: false }, reader());

    expect(plain(words.headline)).toBe("Wednesday 9 December, 02:00 – 03:30");
    expect(plain(words.elsewhere)).toBe("Tuesday 8 December, 20:00 – 21:30 in America/New York");
  });

  it("says only the organizer's hours where his day is the same", () => {
    const start = zoned("2026-12-08T10:00:00", "+00:00", "Europe/London");

    expect(whenWords({ start, end: null, allDay: false }, reader()).elsewhere).toBe(
      "10:00 in Europe/London",
    );
  });

  it("does not repeat the time of a zone whose clock shows the same", () => {
    const start = zoned("2026-12-01T10:00:00", "+01:00", "Europe/Paris");

    expect(whenWords({ start, end: null, allDay: false }, reader()).elsewhere).toBeNull();
  });

  it.each([
    { day: "2026-03-29", name: "forward", headline: "01:30 – 03:30", hours: [0.5, 1.5] },
    { day: "2026-10-25", name: "back", headline: "01:30 – 03:30", hours: [-0.5, 2.5] },
  ])("says wall times on the day the clocks go $name", ({ day, headline, hours }) => {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    const [from = 0, to = 0] = hours.map((hour) => midnight + hour * 3_600_000);
    const time = (instant: number): CalendarTime => ({
      kind: "utc",
      wall: new Date(instant).toISOString().slice(0, 19),
      instant,
      tzid: null,
      timeZone: null,
    });
    const words = whenWords(
      { start: time(from), end: time(to), allDay: false },
      reader({ now: midnight }),
    );

    expect(plain(words.headline)).toBe(`Today, ${headline}`);
  });

  it("takes a floating time as it is written, and says so", () => {
    const start = floating("2026-12-01T10:00:00");
    const words = whenWords({ start, end: null, allDay: false }, reader({ zone: "Asia/Tokyo" }));

    expect(plain(words.headline)).toBe("Tomorrow, 10:00");
    expect(words.detail).toBe("Tuesday, 1 December 2026");
    expect(words.note).toContain("names no time zone");
  });

  it("never guesses what an undefined zone means", () => {
    const start = undefinedZone("2026-12-01T10:00:00", "Customized Time Zone");
    const words = whenWords({ start, end: null, allDay: false }, reader());

    expect(plain(words.headline)).toBe("Tomorrow, 10:00");
    expect(words.detail).not.toContain("GMT");
    expect(words.note).toContain("“Customized Time Zone”");
  });

  it("says when a to-do without start is due", () => {
    const end = utc("2026-12-01T09:00:00");

    expect(plain(whenWords({ start: null, end, allDay: false }, reader()).headline)).toBe(
      "Due: Tomorrow, 10:00",
    );
  });

  it.each([
    { name: "nothing", start: null },
    { name: "a day that no calendar has", start: date("2026-13-45") },
    { name: "an hour that no clock has", start: floating("2026-12-01T77:00:00") },
  ])("says that no time is given for $name", ({ start }) => {
    expect(whenWords({ start, end: null, allDay: false }, reader()).headline).toBe(
      "No time is given",
    );
  });
});

describe("an all-day event, in words", () => {
  const zones = ["Pacific/Honolulu", "UTC", "Pacific/Kiritimati", "Europe/Berlin"];
  const days = [
    { name: "one day", start: "2026-12-24", end: "2026-12-25", said: "Thursday, 24 December 2026" },
    { name: "no end", start: "2026-12-24", end: null, said: "Thursday, 24 December 2026" },
    {
      name: "an end on its own day",
      start: "2026-12-24",
      end: "2026-12-24",
      said: "Thursday, 24 December 2026",
    },
    {
      name: "three days",
      start: "2026-12-24",
      end: "2026-12-27",
      said: "Thursday 24 December – Saturday 26 December",
    },
    {
      name: "a night between years",
      start: "2026-12-31",
      end: "2027-01-02",
      said: "Thursday 31 December 2026 – Friday 1 January 2027",
    },
  ];

  describe.each(zones)("in %s", (zone) => {
    it.each(days)("is the days that it names: $name", ({ start, end, said }) => {
      const span = { start: date(start), end: end === null ? null : date(end), allDay: true };
      const words = whenWords(span, reader({ zone, now: Date.parse("2026-11-30T11:00:00Z") }));

      expect(plain(words.headline)).toBe(`${said}, all day`);
      expect(words.note).toBeNull();
    });
  });

  it("counts midnight to midnight as a day where the object says so", () => {
    const start = zoned("2026-12-24T00:00:00", "+01:00", "Europe/Berlin");
    const end = zoned("2026-12-25T00:00:00", "+01:00", "Europe/Berlin");
    const words = whenWords({ start, end, allDay: true }, reader({ zone: "Pacific/Honolulu" }));

    expect(plain(words.headline)).toBe("Thursday, 24 December 2026, all day");
  });

  it("is tomorrow by the reader's own calendar", () => {
    const span = { start: date("2026-12-01"), end: null, allDay: true };

    expect(whenWords(span, reader({ zone: "Pacific/Honolulu" })).headline).toContain("2026");
    expect(whenWords(span, reader()).headline).toBe("Tomorrow, all day");
  });
});

describe("one time alone, in words", () => {
  it.each([
    { key: "2026-12-01T09:00:00Z", said: "Tue 1 Dec, 10:00" },
    { key: "2026-12-01T09:00:00", said: "Tue 1 Dec, 9:00" },
    { key: "2026-12-01", said: "Tue 1 Dec" },
    { key: "2027-01-01", said: "Fri, 1 Jan 2027" },
    { key: "soon", said: "soon" },
    { key: "", said: "" },
  ])("says $key as “$said”", ({ key, said }) => {
    expect(plain(timeWords(key, reader()))).toBe(said);
  });

  it("says only the hour of a moment of today", () => {
    expect(momentWords(NOW, reader())).toBe("9:00");
    expect(plain(momentWords(NOW - 86_400_000, reader()))).toBe("Sunday 29 November at 9:00");
  });
});

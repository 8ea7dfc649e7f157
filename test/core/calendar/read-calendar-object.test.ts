import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarObject, ScanProblemKind } from "../../../src/core/calendar/object.ts";
import {
  readCalendarObject,
  readCalendarObjects,
} from "../../../src/core/calendar/read-calendar-object.ts";
import {
  MAX_ALL_ATTENDEES,
  MAX_ALL_DATES,
  MAX_ATTENDEES,
  MAX_COMPONENT_NESTING,
  MAX_COMPONENTS,
  MAX_CONTENT_LINE_BYTES,
  MAX_CONTENT_LINES,
  MAX_LINES,
} from "../../../src/core/limits.ts";
import { barePart } from "./bare-part.ts";

const EVENT = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "SUMMARY:Grüße",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

function read(content: string | Uint8Array, charset: string | null = null): CalendarObject {
  return readCalendarObject(barePart(content, charset));
}

function kinds({ problems }: CalendarObject): ScanProblemKind[] {
  return problems.map(({ kind }) => kind);
}

function summary({ calendars }: CalendarObject): string | undefined {
  return calendars[0]?.components[0]?.properties.find(({ name }) => name === "SUMMARY")?.value;
}

function octets(text: string, encoding: BufferEncoding): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}

function event(...lines: readonly string[]): string {
  return ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR", ""].join(
    "\r\n",
  );
}

describe("a sound object", () => {
  it("becomes a tree of components without problems", () => {
    const object = read(EVENT);

    expect(object.problems).toEqual([]);
    expect(object.charset).toBe("utf-8");
    expect(object.hasNonAscii).toBe(true);
    expect(object.hasByteOrderMark).toBe(false);
    expect(object.calendars.map(({ name }) => name)).toEqual(["VCALENDAR"]);
    expect(object.calendars[0]?.components.map(({ name }) => name)).toEqual(["VEVENT"]);
    expect(summary(object)).toBe("Grüße");
  });

  it("says where each content line begins", () => {
    const folded = event("SUMMARY:a\r\n b", "UID:1");
    const properties = read(folded).calendars[0]?.components[0]?.properties;

    expect(properties?.map(({ name, line, offset }) => [name, line, offset])).toEqual([
      ["SUMMARY", 3, folded.indexOf("SUMMARY")],
      ["UID", 5, folded.indexOf("UID")],
    ]);
  });

  it("may hold several calendars", () => {
    expect(read(EVENT + EVENT).calendars).toHaveLength(2);
    expect(read(EVENT + EVENT).problems).toEqual([]);
  });

  it("may stand between other text", () => {
    const object = read(`Hello: see below\r\n\r\n${EVENT}-- \r\nlist footer`);

    expect(summary(object)).toBe("Grüße");
    expect(object.problems).toEqual([]);
  });
});

describe("charsets", () => {
  it.each<[string, Uint8Array, string | null, string]>([
    ["UTF-8, declared", octets(EVENT, "utf8"), "UTF-8", "utf-8"],
    ["UTF-8, declared in quotes of a list", octets(EVENT, "utf8"), " utf8 ", "utf-8"],
    ["Latin 1, declared", octets(EVENT, "latin1"), "iso-8859-1", "windows-1252"],
    ["Latin 2, declared", octets(EVENT, "latin1"), "iso-8859-2", "iso-8859-2"],
    ["UTF-16 with byte order mark", octets(`\uFEFF${EVENT}`, "utf16le"), "utf-16", "utf-16"],
    ["UTF-16 without byte order mark", octets(EVENT, "utf16le"), "utf-16le", "utf-16"],
    ["UTF-16, big end first", octets(EVENT, "utf16le").toReversed(), null, "utf-16"],
    ["an unknown charset, in fact UTF-8", octets(EVENT, "utf8"), "x-nonsense", "utf-8"],
  ])("decodes %s", (name, content, declared, charset) => {
    const bigEndian = name.endsWith("big end first");
    const source = bigEndian ? swapped(octets(EVENT, "utf16le")) : content;
    const object = read(source, declared);

    expect(summary(object)).toBe("Grüße");
    expect(object.charset).toBe(charset);
    expect(object.problems).toEqual([]);
  });

  it.each<[string, Uint8Array, string | null, string]>([
    ["UTF-8 called US-ASCII", octets(EVENT, "utf8"), "us-ascii", "utf-8"],
    ["Latin 1 called UTF-8", octets(EVENT, "latin1"), "utf-8", "windows-1252"],
    ["Latin 1 without a word", octets(EVENT, "latin1"), null, "windows-1252"],
    ["UTF-8 called UTF-16", octets(EVENT, "utf8"), "utf-16", "utf-8"],
    ["UTF-8 called by another name of UTF-16", octets(EVENT, "utf8"), "unicode", "utf-8"],
    ["UTF-16 called UTF-8", octets(EVENT, "utf16le"), "utf-8", "utf-16"],
  ])("reports %s and reads it nevertheless", (_, content, declared, charset) => {
    const object = read(content, declared);

    expect(summary(object)).toBe("Grüße");
    expect(object.charset).toBe(charset);
    expect(kinds(object)).toEqual(["invalid-octets"]);
  });

  it.each(["windows-1252", "iso-8859-1", null])(
    "reads octets 80 to 9F called %s alike",
    (label) => {
      const c1 = event("SUMMARY:\u0080 \u0093Gr\u00fc\u00dfe\u0094 \u0081");

      expect(summary(read(octets(c1, "latin1"), label))).toBe("€ “Grüße” \u0081");
    },
  );

  it("keeps the other lines right when one breaks the charset", () => {
    const content = Buffer.concat([
      Buffer.from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Grüße\r\nLOCATION:Caf", "utf8"),
      Buffer.from([0xe9]),
      Buffer.from("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "utf8"),
    ]);
    const object = read(new Uint8Array(content), "utf-8");
    const [first, second] = object.calendars[0]?.components[0]?.properties ?? [];

    expect(first?.value).toBe("Grüße");
    expect(second?.value).toBe("Café");
    expect(object.charset).toBe("utf-8");
    expect(object.problems).toEqual([
      { kind: "invalid-octets", line: 4, offset: second?.offset, count: 1, detail: "utf-8" },
    ]);
  });

  it("reports broken UTF-16", () => {
    const broken = new Uint8Array([...octets(EVENT, "utf16le"), 0x41]);

    expect(kinds(read(broken, "utf-16le"))).toContain("invalid-octets");
  });

  it("names US-ASCII and counts offsets of UTF-16 in the octets received", () => {
    const plain = event("SUMMARY:Hello");
    const wide = read(octets(event("SUMMARY:😀é", "UID:1"), "utf16le"));

    expect(read(plain, "us-ascii").charset).toBe("us-ascii");
    expect(read(plain, "us-ascii").hasNonAscii).toBe(false);
    expect(wide.calendars[0]?.components[0]?.properties[1]?.offset).toBe(
      2 * event("SUMMARY:😀é", "UID:1").indexOf("UID"),
    );
  });

  it("takes a byte order mark for what it is", () => {
    const object = read(`\uFEFF${EVENT}`);

    expect(object.hasByteOrderMark).toBe(true);
    expect(object.calendars[0]?.offset).toBe(3);
    expect(object.problems).toEqual([]);
  });
});

function swapped(source: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.from(source).swap16());
}

describe("lines", () => {
  it("unfolds octets, so that a fold may stand inside a character", () => {
    const [before, after] = [Buffer.from([0xc3]), Buffer.from([0xbc])];
    const content = Buffer.concat([
      Buffer.from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Gr"),
      before,
      Buffer.from("\r\n "),
      after,
      Buffer.from("ße\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
    ]);
    const object = read(new Uint8Array(content), "utf-8");

    expect(summary(object)).toBe("Grüße");
    expect(kinds(object)).toEqual(["fold-inside-character"]);
  });

  it.each([
    ["LF", "\n", ["line-ending"]],
    ["CR", "\r", ["line-ending"]],
    ["CR CR LF", "\r\r\n", ["line-ending"]],
    ["CRLF", "\r\n", []],
  ])("may end in %s", (name, lineBreak, expected) => {
    const object = read(event("SUMMARY:one\r\n two").replaceAll("\r\n", lineBreak));

    expect(summary(object)).toBe("onetwo");
    expect(kinds(object)).toEqual(expected);
    expect(object.problems.map(({ detail }) => detail)).toEqual(expected.map(() => name));
  });

  it("counts those that are too long and names the first", () => {
    const object = read(event("UID:1", `SUMMARY:${"x".repeat(68)}`, `COMMENT:${"y".repeat(200)}`));

    expect(object.problems).toEqual([
      { kind: "line-too-long", line: 4, offset: 38, count: 2, detail: "76" },
    ]);
  });

  it.each([
    ["no colon", "just words"],
    ["no name", ":value"],
    ["a name of other characters", "Meeting at ten: come"],
    ["no value after parameters", "ATTENDEE;CN=x"],
  ])("without the form of a content line are passed over: %s", (_, line) => {
    const object = read(event("SUMMARY:a", line));

    expect(object.calendars[0]?.components[0]?.properties).toHaveLength(1);
    expect(object.problems).toEqual([
      { kind: "not-a-content-line", line: 4, offset: 42, count: 1, detail: line },
    ]);
  });

  it("that can be read though they break the grammar are flawed", () => {
    const object = read(event("ORGANIZER;CN=Doe, John:mailto:a@example.org"));

    expect(kinds(object)).toEqual(["flawed-line"]);
  });

  it("report control characters with a readable excerpt", () => {
    const object = read(event(`SUMMARY:a\u000bb${"c".repeat(60)}`));

    expect(object.problems).toEqual([
      {
        kind: "control-character",
        line: 3,
        offset: 31,
        count: 1,
        detail: `SUMMARY:a\uFFFDb${"c".repeat(49)}…`,
      },
    ]);
  });

  it("report a NUL apart", () => {
    expect(kinds(read(event("SUMMARY:a\0b")))).toEqual(["nul-character"]);
  });

  it("may hold tabs", () => {
    expect(read(event("SUMMARY:a\tb")).problems).toEqual([]);
  });
});

describe("components", () => {
  it.each([
    ["nothing at all", "", ["no-calendar"]],
    ["blank lines", "\r\n\r\n", ["no-calendar"]],
    [
      "an event without calendar",
      "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
      ["unbalanced-component", "no-calendar"],
    ],
    ["a missing END", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", ["unbalanced-component"]],
    ["an END too many", `${EVENT}END:VCALENDAR\r\n`, ["unbalanced-component"]],
    ["an END of something else", event("END:VALARM"), ["unbalanced-component"]],
    ["an END that is skipped", event("BEGIN:VALARM"), ["unbalanced-component"]],
    [
      "a calendar within an event",
      event("BEGIN:VCALENDAR", "END:VCALENDAR"),
      ["unbalanced-component"],
    ],
  ])("are read from %s", (_, content, expected) => {
    expect(kinds(read(content))).toEqual(expected);
  });

  it("end with the END of what holds them", () => {
    const object = read(event("BEGIN:VALARM", "ACTION:DISPLAY"));

    expect(object.calendars[0]?.components[0]?.components[0]?.properties).toHaveLength(1);
    expect(object.problems).toEqual([
      { kind: "unbalanced-component", line: 3, offset: 31, count: 1, detail: "BEGIN:VALARM" },
    ]);
  });

  it("begin anew with each VCALENDAR", () => {
    const object = read(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${EVENT}`);

    expect(object.calendars).toHaveLength(2);
    expect(summary({ ...object, calendars: object.calendars.slice(1) })).toBe("Grüße");
  });

  it("are named regardless of case and space", () => {
    expect(read("begin:vcalendar \r\nend:VCalendar\r\n").problems).toEqual([]);
  });
});

describe("limits", () => {
  function nested(depth: number): string {
    const names = Array.from({ length: depth }, (_, index) => `X-${String(index)}`);
    return event(
      names.map((name) => `BEGIN:${name}`).join("\r\n"),
      "SUMMARY:innermost",
      names
        .toReversed()
        .map((name) => `END:${name}`)
        .join("\r\n"),
      "SUMMARY:outermost",
    );
  }

  it.each<[string, string, string]>([
    ["nesting", "MAX_COMPONENT_NESTING", nested(20_000)],
    [
      "components",
      "MAX_COMPONENTS",
      event(...Array.from({ length: MAX_COMPONENTS }, () => "BEGIN:VALARM\r\nEND:VALARM")),
    ],
    [
      "attendees",
      "MAX_ATTENDEES",
      event(...Array.from({ length: MAX_ATTENDEES + 1 }, () => "ATTENDEE:mailto:a@example.org")),
    ],
    [
      "content lines",
      "MAX_CONTENT_LINES",
      event(...Array.from({ length: MAX_CONTENT_LINES }, () => "X-A:1")),
    ],
    [
      "attendees of all components",
      "MAX_ALL_ATTENDEES",
      event(
        ...Array.from({ length: MAX_ALL_ATTENDEES / 4000 + 1 }, () =>
          ["BEGIN:VALARM", ...Array<string>(4000).fill("ATTENDEE:mailto:a@b"), "END:VALARM"].join(
            "\r\n",
          ),
        ),
      ),
    ],
    [
      "dates",
      "MAX_ALL_DATES",
      event(
        ...Array<string>(MAX_ALL_DATES / 100 + 1).fill(`EXDATE:${"20261201,".repeat(99)}20261201`),
      ),
    ],
    ["lines", "MAX_LINES", "\r\n".repeat(MAX_LINES + 1)],
    [
      "one line",
      "MAX_CONTENT_LINE_BYTES",
      event(`DESCRIPTION:${"x".repeat(MAX_CONTENT_LINE_BYTES)}`),
    ],
  ])("stop the reading: %s", (_, limit, content) => {
    const { problems } = read(content);

    expect(problems.find(({ kind }) => kind === "limit")?.detail).toBe(limit);
  });

  it("are those of a message, however many parts it has", () => {
    const half = Array<string>(MAX_CONTENT_LINES / 2).fill("X-A:1");
    const [first, second] = readCalendarObjects([
      barePart(event(...half)),
      barePart(event(...half)),
    ]);

    expect(first?.problems).toEqual([]);
    expect(second?.problems.map(({ detail }) => detail)).toContain("MAX_CONTENT_LINES");
  });

  it("leave what lies within them alone", () => {
    const within = nested(MAX_COMPONENT_NESTING - 2);
    const beyond = read(nested(MAX_COMPONENT_NESTING - 1));

    expect(read(within).problems).toEqual([]);
    expect(kinds(beyond)).toEqual(["limit"]);
    expect(summary(beyond)).toBe("outermost");
  });

  it("drop a line that is too long, and nothing else", () => {
    const long = "x".repeat(MAX_CONTENT_LINE_BYTES);
    const object = read(event(`COMMENT:${long}`, "SUMMARY:a", `ATTACH:${long}`));
    const properties = object.calendars[0]?.components[0]?.properties;

    expect(properties?.map(({ name }) => name)).toEqual(["SUMMARY", "ATTACH"]);
    expect(object.problems.find(({ kind }) => kind === "limit")).toMatchObject({ line: 3 });
  });

  it("hold for a calendar that begins too deep as well", () => {
    const object = read(event("BEGIN:A", "BEGIN:B", "END:VEVENT", "END:VCALENDAR"));

    expect(object.calendars).toHaveLength(1);
  });
});

describe("any octets", () => {
  it("are read without an exception", () => {
    const piece = fc.oneof(
      fc.constantFrom("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR"),
      fc.constantFrom("\r\n", "\n", "\r", "\r\n ", ";", ":", "=", ",", '"', "^n", "TZID"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.array(piece).map((pieces) => octets(pieces.join(""), "utf8")),
          fc.array(piece).map((pieces) => octets(pieces.join(""), "latin1")),
          fc.array(piece).map((pieces) => octets(pieces.join(""), "utf16le")),
        ),
        fc.option(fc.constantFrom("utf-8", "us-ascii", "utf-16", "iso-2022-jp", "utf-7", "x")),
        (content, charset) => {
          const object = read(content, charset);
          const hasCalendar = object.calendars.length > 0;
          expect(kinds(object).includes("no-calendar")).toBe(!hasCalendar);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    // Going back over its octets, none would come to an end before the runner gives up.
    ["line ends", "\n".repeat(4_000_000)],
    ["folds", "BEGIN:VCALENDAR\r\n".padEnd(4_000_000, " \n")],
    ["open quotes", `BEGIN:VCALENDAR\r\n${';A="'.repeat(130_000)}:`],
    ["colons", `BEGIN:VCALENDAR\r\nX${";A=mailto:".repeat(50_000)}`],
    ["octets of no charset", "\u00ff\n".repeat(1_000_000)],
  ])("are read to the end or a limit: %s", (_, content) => {
    const object = read(octets(content, "latin1"));

    expect(object.problems.length).toBeGreaterThan(0);
    expect(object.calendars.length).toBeLessThanOrEqual(1);
  });
});

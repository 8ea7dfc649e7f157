import { BOSS, calendarOf, ME, messageOf } from "../core/rules/rule-tester.ts";

/*
 * Messages that a stranger makes as costly as the limits allow: each has as much of one thing as
 * fits. scripts/bench/heavy.ts prints what they cost.
 */

export interface HeavyMessage {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** The limits that stop it, sorted; none where all of it is read. */
  readonly limits: readonly string[];
}

/** Most of MAX_CALENDAR_PART_BYTES. */
const PART = 4_000_000;

const START = "DTSTART;TZID=Europe/Berlin:20270104T100000";
const END = "DTEND;TZID=Europe/Berlin:20270104T110000";
const GUEST = `ATTENDEE;RSVP=TRUE:mailto:${ME}`;

/** As many lines as fill `size` octets. */
function fill(lineOf: (index: number) => string, size = PART): string[] {
  const lines: string[] = [];
  for (let used = 0, index = 0; used < size; index += 1) {
    const line = lineOf(index);
    used += line.length + 2;
    lines.push(line);
  }
  return lines;
}

function times(count: number, lineOf: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => lineOf(index));
}

/** Such as "20270104", `days` later. */
function day(days: number): string {
  return new Date(Date.UTC(2027, 0, 4 + days)).toISOString().slice(0, 10).replaceAll("-", "");
}

/** A REQUEST with these lines in its event and these components behind it. */
function request(event: readonly string[], components: readonly string[] = []): Uint8Array {
  return new TextEncoder().encode(messageOf({ name: "", event, components }));
}

function override(index: number, lines: readonly string[] = []): string[] {
  return [
    "BEGIN:VEVENT",
    "UID:1@example.com",
    "DTSTAMP:20261122T110000Z",
    `ORGANIZER:mailto:${BOSS}`,
    GUEST,
    `RECURRENCE-ID;TZID=Europe/Berlin:${day(index)}T100000`,
    `DTSTART;TZID=Europe/Berlin:${day(index)}T120000`,
    `DTEND;TZID=Europe/Berlin:${day(index)}T130000`,
    "SUMMARY:Moved",
    ...lines,
    "END:VEVENT",
  ];
}

function zone(index: number, rules: number): string[] {
  return [
    "BEGIN:VTIMEZONE",
    `TZID:Zone ${String(index)}`,
    ...times(rules, (rule) =>
      [
        `BEGIN:${rule % 2 === 0 ? "DAYLIGHT" : "STANDARD"}`,
        `DTSTART:${String(1970 + (rule % 50))}0329T020000`,
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        `END:${rule % 2 === 0 ? "DAYLIGHT" : "STANDARD"}`,
      ].join("\r\n"),
    ),
    "END:VTIMEZONE",
  ];
}

function list(count: number, itemOf: (index: number) => number | string): string {
  return Array.from({ length: count }, (_, index) => itemOf(index)).join(",");
}

const EVERYTHING = [
  `BYMONTH=${list(12, (index) => index + 1)}`,
  `BYMONTHDAY=${list(31, (index) => index + 1)}`,
  `BYDAY=MO,TU,WE,TH,FR,SA,SU`,
].join(";");

const CLOCK = [
  `BYHOUR=${list(24, (index) => index)}`,
  `BYMINUTE=${list(60, (index) => index)}`,
  `BYSECOND=${list(60, (index) => index)}`,
].join(";");

/** The event of a case with a long list of values for `size` octets. */
function dates(name: string, count: number): string {
  return `${name};TZID=Europe/Berlin:${list(count, (index) => `${day(index)}T100000`)}`;
}

/** A message with many parts; each is a whole part. */
function multipart(parts: readonly string[], subtype = "mixed"): Uint8Array {
  const header = [
    `From: Boss <${BOSS}>`,
    `To: ${ME}`,
    "Date: Sun, 22 Nov 2026 12:00:00 +0000",
    "Message-ID: <1@example.com>",
    "MIME-Version: 1.0",
    `Content-Type: multipart/${subtype}; boundary="b"`,
    "",
  ];
  return new TextEncoder().encode(
    [...header, ...parts.flatMap((part) => ["--b", part]), "--b--", ""].join("\r\n"),
  );
}

function calendarPart(body: string, fields: readonly string[] = []): string {
  const type = "Content-Type: text/calendar; charset=UTF-8; method=REQUEST";
  return [type, ...fields, "", body].join("\r\n");
}

function nested(levels: number, inner: string): string {
  let part = inner;
  for (let level = levels; level > 0; level -= 1) {
    const boundary = `n${String(level)}`;
    part = [
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      "",
      `--${boundary}`,
      part,
      `--${boundary}--`,
    ].join("\r\n");
  }
  return part;
}

const guests = (count: number): string[] =>
  times(
    count,
    (index) =>
      `ATTENDEE;CN="Guest ${String(index)}";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:guest${String(index)}@example.com`,
  );

const ZONES = Intl.supportedValuesOf("timeZone");

const SERIES = [START, END, "RRULE:FREQ=DAILY;COUNT=3000"];

const whole = (lines: readonly string[]): string => calendarOf({ name: "", event: lines });

const read = (name: string, bytes: () => Uint8Array): HeavyMessage => ({ name, bytes, limits: [] });

const stopped = (
  name: string,
  limits: readonly string[],
  bytes: () => Uint8Array,
): HeavyMessage => ({ name, bytes, limits });

const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");

export const heavyMessages: readonly HeavyMessage[] = [
  read("5000 guests", () => request([GUEST, ...guests(4998)])),
  stopped("40 000 guests", ["MAX_ATTENDEES", "MAX_CALENDAR_PART_BYTES"], () =>
    request([GUEST, ...guests(40_000)]),
  ),
  stopped(
    "49 changed occurrences of 1000 guests",
    ["MAX_ALL_ATTENDEES", "MAX_CALENDAR_PART_BYTES"],
    () =>
      request(
        [...SERIES, GUEST],
        times(49, (index) => override(index, guests(900)).join("\r\n")),
      ),
  ),
  read("4900 guests who are delegates of each other", () =>
    request([
      GUEST,
      ...times(
        4900,
        (index) =>
          `ATTENDEE;DELEGATED-TO="mailto:g${String(index + 1)}@example.com";DELEGATED-FROM="mailto:g${String(index - 1)}@example.com":mailto:g${String(index)}@example.com`,
      ),
    ]),
  ),
  read("guests with a thousand parameter values each", () =>
    request([
      GUEST,
      ...fill(
        (index) =>
          `ATTENDEE;MEMBER=${list(300, (member) => `"mailto:list${String(member)}@example.com"`)}:mailto:g${String(index)}@example.com`,
        3_500_000,
      ),
    ]),
  ),
  read("990 changed occurrences", () =>
    request(
      [...SERIES, GUEST],
      times(990, (index) => override(index).join("\r\n")),
    ),
  ),
  stopped("990 changed occurrences of 200 dates each", ["MAX_ALL_DATES"], () =>
    request(
      [...SERIES, GUEST],
      times(990, (index) => override(index, [dates("RDATE", 200)]).join("\r\n")),
    ),
  ),
  read("990 changed occurrences with a rule each", () =>
    request(
      [...SERIES, GUEST],
      times(990, (index) =>
        override(index, [`RRULE:FREQ=SECONDLY;${EVERYTHING};${CLOCK}`]).join("\r\n"),
      ),
    ),
  ),
  stopped("40 000 changed occurrences", ["MAX_COMPONENTS", "MAX_CONTENT_LINES"], () =>
    request(
      [...SERIES, GUEST],
      fill((index) => override(index).join("\r\n"), 3_900_000),
    ),
  ),
  read("990 changed occurrences of 4000 octets of text", () =>
    request(
      [...SERIES, GUEST],
      times(990, (index) => override(index, [`DESCRIPTION:${"x".repeat(3500)}`]).join("\r\n")),
    ),
  ),
  read("990 changed occurrences of a series of 2000 dates", () =>
    request(
      [START, END, GUEST, dates("RDATE", 1999)],
      times(990, (index) => override(index).join("\r\n")),
    ),
  ),
  stopped("27 000 dates in one line", ["MAX_ALL_DATES"], () =>
    request([START, END, GUEST, dates("RDATE", 27_000)]),
  ),
  stopped("200 000 dates in 2000 lines", ["MAX_ALL_DATES"], () =>
    request([START, END, GUEST, ...times(2000, (index) => dates("RDATE", 100 + (index % 2)))]),
  ),
  stopped("200 000 exceptions", ["MAX_ALL_DATES"], () =>
    request([...SERIES, GUEST, ...times(2000, (index) => dates("EXDATE", 100 + (index % 2)))]),
  ),
  stopped("40 000 lines of one date", ["MAX_ALL_DATES"], () =>
    request([
      ...SERIES,
      GUEST,
      ...times(40_000, (index) => `EXDATE;TZID=Europe/Berlin:${day(index)}T100000`),
    ]),
  ),
  read("300 zones of two rules", () =>
    request(
      [GUEST],
      times(300, (index) => zone(index, 2).join("\r\n")),
    ),
  ),
  read("one zone of 990 rules", () =>
    request([GUEST, "DTSTART;TZID=Zone 0:20270104T100000", "DTEND"], zone(0, 990)),
  ),
  stopped("9 zones of 100 rules, 20 000 times in them", ["MAX_ALL_DATES"], () =>
    request(
      [
        GUEST,
        "DTSTART;TZID=Zone 0:20270104T100000",
        ...times(
          20_000,
          (index) =>
            `EXDATE;TZID=Zone ${String(index % 9)}:${day(index)}T100000,${day(index)}T110000`,
        ),
      ],
      times(9, (index) => zone(index, 100).join("\r\n")),
    ),
  ),
  stopped("40 000 zones that nobody defines", ["MAX_ALL_DATES"], () =>
    request([
      GUEST,
      ...times(
        40_000,
        (index) =>
          `EXDATE;TZID=Nowhere/${String(index)}/(UTC+01:00) Amsterdam:${day(index)}T100000`,
      ),
    ]),
  ),
  stopped("every zone of IANA's", ["MAX_ALL_DATES"], () =>
    request([
      GUEST,
      ...times(
        40_000,
        (index) => `EXDATE;TZID=${ZONES[index % ZONES.length] ?? ""}:${day(index)}T100000`,
      ),
    ]),
  ),
  ...["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"].map((frequency) =>
    read(`a rule FREQ=${frequency} with every list`, () =>
      request([START, END, GUEST, `RRULE:FREQ=${frequency};${EVERYTHING};${CLOCK}`]),
    ),
  ),
  read("a rule that never matches", () =>
    request([START, END, GUEST, "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"]),
  ),
  read("a rule that matches once in many years", () =>
    request([START, END, GUEST, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYSETPOS=366"]),
  ),
  read("a rule with half a megabyte of hours", () =>
    request([START, END, GUEST, `RRULE:FREQ=DAILY;BYHOUR=${list(150_000, (index) => index % 24)}`]),
  ),
  read("a rule with half a megabyte of weekdays", () =>
    request([
      START,
      END,
      GUEST,
      `RRULE:FREQ=YEARLY;BYDAY=${list(100_000, (index) => `${String((index % 53) + 1)}MO`)};BYSETPOS=${list(300, (index) => index + 1)}`,
    ]),
  ),
  read("40 000 rules", () =>
    request([
      START,
      END,
      GUEST,
      ...times(40_000, (index) => `RRULE:FREQ=DAILY;COUNT=${String(index + 1)};BYHOUR=1,2,3`),
    ]),
  ),
  read("10 rules of 10 000 occurrences, 990 changed", () =>
    request(
      [
        START,
        END,
        GUEST,
        ...times(10, (index) => `RRULE:FREQ=DAILY;COUNT=${String(9000 + index)}`),
      ],
      times(990, (index) => override(index + 3000).join("\r\n")),
    ),
  ),
  read("49 000 properties of one name", () =>
    request([GUEST, ...times(49_000, (index) => `COMMENT:${String(index)}`)]),
  ),
  read("49 000 properties of as many names", () =>
    request([GUEST, ...times(49_000, (index) => `X-P${String(index)}:1`)]),
  ),
  stopped("empty lines", ["MAX_LINES"], () => request([GUEST, "X:1" + "\r\n".repeat(1_900_000)])),
  stopped("300 000 properties", ["MAX_CONTENT_LINES"], () =>
    request([GUEST, ...fill((index) => `X-P${String(index)}:1`, 3_500_000)]),
  ),
  read("a text of half a megabyte in each of eight properties", () =>
    request([
      GUEST,
      ...["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "X-ALT-DESC", "URL"].map(
        (name) => `${name}:${"äöü <a href=http://x.example/> ".repeat(14_000)}`,
      ),
    ]),
  ),
  read("texts full of escapes", () =>
    request([GUEST, `SUMMARY:${"\\n".repeat(250_000)}`, `DESCRIPTION:${"\\,".repeat(250_000)}`]),
  ),
  read("texts full of links", () =>
    request([GUEST, `DESCRIPTION:${"https://zoom.us/j/1?pwd=2 ".repeat(19_000)}`]),
  ),
  read("990 changed occurrences full of links", () =>
    request(
      [...SERIES, GUEST],
      times(990, (index) =>
        override(index, [`DESCRIPTION:${"https://zoom.us/j/1 ".repeat(190)}`]).join("\r\n"),
      ),
    ),
  ),
  stopped("40 000 attachments", ["MAX_CONTENT_LINES"], () =>
    request([
      GUEST,
      ...fill((index) => `ATTACH:https://example.com/${String(index)}/a.exe`, 2_000_000),
    ]),
  ),
  read("an attachment of four megabytes", () =>
    request([GUEST, `ATTACH;ENCODING=BASE64;VALUE=BINARY:${"QUJD".repeat(900_000)}`]),
  ),
  read("900 alarms", () =>
    request([
      GUEST,
      ...times(900, () =>
        [
          "BEGIN:VALARM",
          "ACTION:EMAIL",
          "TRIGGER:-PT5M",
          "REPEAT:999",
          "DURATION:PT1S",
          ...times(20, (index) => `ATTENDEE:mailto:v${String(index)}@example.com`),
          "END:VALARM",
        ].join("\r\n"),
      ),
    ]),
  ),
  stopped("components within each other", ["MAX_COMPONENT_NESTING"], () =>
    request([GUEST, ...times(24_000, () => "BEGIN:VALARM")]),
  ),
  read("END without BEGIN", () =>
    request([GUEST, ...times(24_000, (index) => `END:X${String(index)}`)]),
  ),
  read("folds after each octet", () =>
    multipart([calendarPart(whole([GUEST, `DESCRIPTION:${"\r\n x".repeat(90_000)}`]))]),
  ),
  stopped("a line that never ends", ["MAX_CONTENT_LINE_BYTES"], () =>
    request([GUEST, `X:${"x".repeat(3_900_000)}`]),
  ),
  stopped("500 000 folds", ["MAX_LINES"], () =>
    request([GUEST, `DESCRIPTION:${"\r\n x".repeat(900_000)}`]),
  ),
  read("octets that are no UTF-8 in 49 000 lines", () =>
    Uint8Array.from(
      messageOf({
        name: "",
        event: [GUEST, ...times(49_000, () => `COMMENT:${"\xe9".repeat(60)}`)],
      }),
      (character) => character.charCodeAt(0),
    ),
  ),
  read("990 events of one UID", () =>
    request(
      [GUEST],
      times(990, () => override(1).join("\r\n")),
    ),
  ),
  stopped("990 events of as many UIDs", ["MAX_INVITATIONS"], () =>
    request(
      [GUEST],
      times(990, (index) =>
        override(index)
          .join("\r\n")
          .replace("UID:1@", `UID:${String(index)}-@`),
      ),
    ),
  ),
  stopped(
    "50 parts with 990 events each",
    ["MAX_CALENDAR_BYTES", "MAX_COMPONENTS", "MAX_CONTENT_LINES", "MAX_INVITATIONS"],
    () =>
      multipart(
        times(50, (part) =>
          calendarPart(
            calendarOf({
              name: "",
              event: [`UID:${String(part)}@example.com`, GUEST],
              components: times(990, (index) =>
                override(index)
                  .join("\r\n")
                  .replace("UID:1@", `UID:${String(index)}-${String(part)}@`),
              ),
            }),
          ),
        ),
      ),
  ),
  stopped("12 parts of five megabytes of text", ["MAX_CALENDAR_BYTES"], () =>
    multipart(
      times(12, (part) =>
        calendarPart(
          whole([
            `UID:${String(part)}@example.com`,
            GUEST,
            ...times(7, () => `COMMENT:${"x".repeat(500_000)}`),
          ]),
        ),
      ),
    ),
  ),
  stopped(
    "50 copies of 5000 guests",
    ["MAX_ALL_ATTENDEES", "MAX_CALENDAR_BYTES", "MAX_CONTENT_LINES"],
    () => multipart(times(50, () => calendarPart(whole([GUEST, ...guests(4998)])))),
  ),
  stopped(
    "50 copies of 990 changed occurrences",
    ["MAX_CALENDAR_BYTES", "MAX_COMPONENTS", "MAX_CONTENT_LINES"],
    () =>
      multipart(
        times(50, () =>
          calendarPart(
            calendarOf({
              name: "",
              event: [...SERIES, GUEST],
              components: times(990, (index) => override(index).join("\r\n")),
            }),
          ),
        ),
      ),
  ),
  stopped("200 calendar parts", ["MAX_CALENDAR_PARTS"], () =>
    multipart(
      times(200, (index) => calendarPart(whole([`UID:${String(index)}@example.com`, GUEST]))),
    ),
  ),
  stopped("50 000 parts", ["MAX_PARTS"], () =>
    multipart([
      calendarPart(whole([GUEST])),
      ...times(50_000, () => "Content-Type: text/plain\r\n\r\nx"),
    ]),
  ),
  stopped("parts within each other", ["MAX_PART_NESTING"], () =>
    multipart([calendarPart(whole([GUEST])), nested(5000, "Content-Type: text/plain\r\n\r\nx")]),
  ),
  stopped("boundaries that only look like one", ["MAX_HEADER_BYTES"], () =>
    multipart([calendarPart(whole([GUEST])), `\r\n${"--b \r\n--bb\r\n--".repeat(400_000)}`]),
  ),
  read("base64 of four megabytes", () =>
    multipart([
      calendarPart(
        base64(
          whole([
            GUEST,
            ...fill((index) => `COMMENT:${"x".repeat(100)}${String(index)}`, 3_500_000),
          ]),
        ),
        ["Content-Transfer-Encoding: base64"],
      ),
    ]),
  ),
  read("base64 that is padded after every two octets", () =>
    multipart([
      calendarPart(
        whole([GUEST, ...times(7, () => `COMMENT:${"x".repeat(500_000)}`)]).replace(/../gs, btoa),
        ["Content-Transfer-Encoding: base64"],
      ),
    ]),
  ),
  read("quoted-printable of twelve megabytes", () =>
    multipart([
      calendarPart(
        whole([GUEST, ...times(7, () => `COMMENT:${"x".repeat(500_000)}`)]).replaceAll("x", "=78"),
        ["Content-Transfer-Encoding: quoted-printable"],
      ),
    ]),
  ),
  read("a text part of sixty megabytes", () =>
    multipart([
      `Content-Type: text/html; charset=UTF-8\r\n\r\n${"<a href=http://x.example/>x</a> ".repeat(1_800_000)}`,
      calendarPart(whole([GUEST])),
    ]),
  ),
  read("a header of 250 000 octets", () =>
    new TextEncoder().encode(
      messageOf({
        name: "",
        event: [GUEST],
        fields: [`Authentication-Results: mx.example.org; ${"dkim=fail (x) ".repeat(15_000)}`],
      }),
    ),
  ),
  stopped("2500 recipients", ["MAX_ADDRESS_FIELD_BYTES"], () =>
    new TextEncoder().encode(
      messageOf({
        name: "",
        event: [GUEST],
        fields: [`To: ${list(2500, (index) => `"Guest" <g${String(index)}@example.com>`)}`],
      }),
    ),
  ),
  read("groups within groups of recipients", () =>
    new TextEncoder().encode(
      messageOf({ name: "", event: [GUEST], fields: [`To: ${"a:".repeat(30_000)}`] }),
    ),
  ),
  read("half a megabyte of invisible characters", () =>
    request([GUEST, `SUMMARY:${"\u200b".repeat(160_000)}`]),
  ),
  read("a name that looks like another in 5000 guests", () =>
    request([
      GUEST,
      ...times(
        4990,
        (index) => `ATTENDEE;CN="b0ss@example.com":mailto:bоss${String(index)}@exаmple.com`,
      ),
    ]),
  ),
];

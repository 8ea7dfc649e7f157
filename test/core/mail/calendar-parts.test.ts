import { describe, expect, it } from "vitest";
import { MAX_CALENDAR_PART_BYTES, MAX_CALENDAR_PARTS } from "../../../src/core/limits.ts";
import {
  bareCalendarPart,
  findCalendarParts,
  isBareCalendar,
} from "../../../src/core/mail/calendar-parts.ts";
import { readMail } from "../../../src/core/mail/read-mail.ts";
import { latin1, message, text } from "./octets.ts";

const ICS = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

const numbers = (bytes: Uint8Array): readonly (string | undefined)[] => {
  const parts = findCalendarParts(readMail(bytes));
  return parts.map(({ part }) => part?.number);
};

/** A multipart of leaves, each given as its header fields; the body is a calendar. */
function mixed(...headers: readonly (readonly string[])[]): Uint8Array {
  const parts = headers.flatMap((fields) => ["--b", ...fields, "", ICS]);
  return message("Content-Type: multipart/mixed; boundary=b", "", ...parts, "--b--", "");
}

describe("findCalendarParts", () => {
  it.each([
    "Content-Type: text/calendar; method=REQUEST",
    "Content-Type: TEXT/CALENDAR",
    "Content-Type: text/x-vcalendar",
    "Content-Type: application/ics",
    "Content-Type: application/octet-stream; name=invite.ics",
    'Content-Type: application/octet-stream; name="Meeting.VCS "',
    "Content-Type: image/png; name=a.ical",
    "Content-Disposition: attachment; filename*=UTF-8''Eink%C3%A4ufe.ics",
    "Content-Type: application/octet-stream",
    "Content-Type: text/plain",
    "X-Nothing: known",
  ])("finds a part by %j", (field) => {
    expect(numbers(mixed([field]))).toEqual(["1"]);
    expect(numbers(message(field, "", ICS))).toEqual(["1"]);
  });

  it.each([
    ["behind white space", ` \r\n\t${ICS}`],
    ["behind a byte order mark", `\xef\xbb\xbf${ICS}`],
    ["in lower case", ICS.toLowerCase()],
    ["in UTF-16 of either kind", `\xff\xfe${ICS.replace(/[^]/g, "$&\0")}`],
    ["in UTF-16 of the other kind", `\xfe\xff${ICS.replace(/[^]/g, "\0$&")}`],
    ["in UTF-16 without a mark", ICS.replace(/[^]/g, "$&\0")],
  ])("finds a calendar %s by its first octets", (_, body) => {
    expect(numbers(latin1(`Content-Type: application/octet-stream\r\n\r\n${body}`))).toEqual(["1"]);
  });

  it("finds a calendar by its first octets when it is encoded", () => {
    const encoded = ["Content-Transfer-Encoding: base64", "", btoa(ICS)];
    expect(numbers(message("Content-Type: application/x-any", ...encoded))).toEqual(["1"]);
  });

  it.each([
    ["a message without any", message("Subject: x", "", "See BEGIN:VCALENDAR")],
    ["a text that quotes one", message("", `> ${ICS}`)],
    ["an empty message", message("")],
    [
      "an encrypted message",
      message("Content-Type: multipart/encrypted; boundary=b", "", "--b", "", ICS),
    ],
  ])("finds none in %s", (_, bytes) => {
    expect(numbers(bytes)).toEqual([]);
  });

  it("keeps the order of the message, and says where a part stands", () => {
    const bytes = message(
      ...["Content-Type: multipart/mixed; boundary=b", "", "--b"],
      ...["Content-Type: multipart/alternative; boundary=c", "", "--c", "", "text", "--c"],
      ...["Content-Type: text/calendar; charset=X", "", ICS, "--c--", "--b"],
      ...[
        "Content-Type: application/ics",
        "Content-Transfer-Encoding: base64",
        "",
        btoa(ICS),
        "--b--",
      ],
    );
    const parts = findCalendarParts(readMail(bytes));
    expect(
      parts.map(({ part, ancestors }) => [
        part?.number,
        ancestors.map(({ mediaType }) => mediaType),
      ]),
    ).toEqual([
      ["1.2", ["multipart/mixed", "multipart/alternative"]],
      ["2", ["multipart/mixed"]],
    ]);
    expect(parts.map(({ octets }) => text(octets))).toEqual([ICS, ICS]);
    expect(parts.map(({ encoded }) => text(encoded))).toEqual([ICS, btoa(ICS)]);
    expect(parts.map(({ declaredCharset }) => declaredCharset)).toEqual(["X", null]);
    expect(parts.map(({ forwarded }) => forwarded)).toEqual([null, null]);
  });

  it("says what does not decode", () => {
    const bytes = message(
      ...["Content-Type: text/calendar", "Content-Transfer-Encoding: quoted-printable", ""],
      ...["BEGIN:VCALENDAR", "ATTENDEE;CN=Boss:x"],
    );
    const [part] = findCalendarParts(readMail(bytes));
    expect(part?.transferProblem).toEqual({
      kind: "invalid-quoted-printable",
      offset: 28,
      line: 2,
    });
  });

  it.each([
    ["as it is", "7bit", (inner: string) => inner],
    ["encoded, against RFC 2046", "base64", (inner: string) => btoa(inner)],
  ])("looks into a forwarded message %s", (_, encoding, encode) => {
    const inner = `From: boss@example.org\r\nContent-Type: text/calendar\r\n\r\n${ICS}`;
    const bytes = message(
      ...["From: me@example.org", "Content-Type: multipart/mixed; boundary=b", "", "--b"],
      ...["Content-Type: message/rfc822", `Content-Transfer-Encoding: ${encoding}`, ""],
      ...[encode(inner), "--b--"],
    );
    const [found] = findCalendarParts(readMail(bytes));
    expect(found?.part?.number).toBe("1.1");
    expect(found?.forwarded?.from).toEqual([{ name: "", address: "boss@example.org" }]);
    expect(found?.ancestors.map(({ mediaType }) => mediaType)).toEqual([
      "multipart/mixed",
      "message/rfc822",
    ]);
    expect(text(found?.octets ?? new Uint8Array())).toBe(ICS);
  });

  it("names the innermost of two forwarded messages", () => {
    const bytes = message(
      ...[
        "Content-Type: message/rfc822",
        "",
        "From: a@example.org",
        "Content-Type: message/rfc822",
      ],
      ...["", "From: b@example.org", "Content-Type: text/calendar", "", ICS],
    );
    const [found] = findCalendarParts(readMail(bytes));
    expect(found?.part?.number).toBe("1.1.1");
    expect(found?.forwarded?.from[0]?.address).toBe("b@example.org");
  });

  it("stops opening encoded messages at some depth", () => {
    let inner = `Content-Type: text/calendar\r\n\r\n${ICS}`;
    for (let depth = 0; depth < 7; depth += 1) {
      inner = `Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(inner)}`;
    }
    expect(numbers(latin1(inner))).toEqual([]);
  });

  it("reads no more parts than allowed, and says so with the last", () => {
    const fields = Array.from({ length: MAX_CALENDAR_PARTS + 3 }, () => [
      "Content-Type: text/calendar",
    ]);
    const parts = findCalendarParts(readMail(mixed(...fields)));
    expect(parts).toHaveLength(MAX_CALENDAR_PARTS);
    expect(parts.at(-1)?.passedLimits).toEqual([
      { limit: "MAX_CALENDAR_PARTS", allowed: MAX_CALENDAR_PARTS, found: MAX_CALENDAR_PARTS + 3 },
    ]);
    expect(parts[0]?.passedLimits).toEqual([]);
  });

  it("reads no more of a part than allowed", () => {
    const found = MAX_CALENDAR_PART_BYTES + 1;
    const passed = [{ limit: "MAX_CALENDAR_PART_BYTES", allowed: MAX_CALENDAR_PART_BYTES, found }];
    const [part] = findCalendarParts(
      readMail(message("Content-Type: text/calendar", "", "x".repeat(found))),
    );
    expect(part?.octets).toHaveLength(MAX_CALENDAR_PART_BYTES);
    expect(part?.passedLimits).toEqual(passed);
    const bare = bareCalendarPart(new Uint8Array(found));
    expect(bare.octets).toHaveLength(MAX_CALENDAR_PART_BYTES);
    expect(bare.passedLimits).toEqual(passed);
  });

  it("tells what a forwarded message in a container passes", () => {
    const header = `X: ${"a".repeat(300_000)}\r\nContent-Type: text/calendar\r\n\r\n`;
    const bytes = message(
      ...["Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", ""],
      btoa(`Content-Type: text/calendar\r\n${header}${ICS}`),
    );
    const [part] = findCalendarParts(readMail(bytes));
    expect(part?.passedLimits).toMatchObject([{ limit: "MAX_HEADER_BYTES" }]);
  });
});

describe("a bare calendar", () => {
  it("is known by its first octets", () => {
    expect(isBareCalendar(latin1(ICS))).toBe(true);
    expect(isBareCalendar(latin1(`Subject: x\r\n\r\n${ICS}`))).toBe(false);
    expect(isBareCalendar(latin1(""))).toBe(false);
  });

  it("is a part without a message", () => {
    expect(bareCalendarPart(latin1(ICS))).toMatchObject({
      part: null,
      ancestors: [],
      forwarded: null,
      octets: latin1(ICS),
      transferProblem: null,
      declaredCharset: null,
      passedLimits: [],
    });
  });
});

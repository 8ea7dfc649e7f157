import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_PART_NESTING, MAX_PARTS } from "../../../src/core/limits.ts";
import { findCalendarParts } from "../../../src/core/mail/calendar-parts.ts";
import { findContainers } from "../../../src/core/mail/find-containers.ts";
import type { Part } from "../../../src/core/mail/mail.ts";
import { readMail } from "../../../src/core/mail/read-mail.ts";
import { latin1, message } from "./octets.ts";

const ORDINARY = message(
  ...["From: =?UTF-8?Q?Ren=C3=A9?= <boss@example.org>", "To: Team: a@b.example, c@d.example;"],
  ...["Content-Type: multipart/mixed; boundary=\"b\"; x*0*=UTF-8''%C3; x*1*=%A9", "", "--b"],
  ...["Content-Type: text/calendar; method=REQUEST", "Content-Transfer-Encoding: base64", ""],
  ...[btoa("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), "--b", "Content-Type: message/rfc822", ""],
  ...[
    "Subject: inner",
    "Content-Type: application/ics",
    "Content-Transfer-Encoding: quoted-printable",
  ],
  ...["", "BEGIN:VCALENDAR=0D=0A=", "", "--b", "Content-Type: application/pkcs7-mime", ""],
  ...["0\x80\x06\x01*\xa0\x80", "--b--", ""],
);

/** Octets that mean something to a parser of mail. */
const TELLING = [
  ...[
    "\r",
    "\n",
    "\0",
    " ",
    "\t",
    '"',
    "\\",
    "(",
    ")",
    "<",
    ">",
    ":",
    ";",
    ",",
    "=",
    "?",
    "*",
    "'",
  ],
  ...["%", "-", "b", "\xff", "\x80", "--b\r\n", "=?", "\r\n\r\n"],
];

const mutated = fc
  .array(fc.tuple(fc.nat(ORDINARY.length), fc.nat(12), fc.constantFrom(...TELLING)), {
    maxLength: 8,
  })
  .map((changes) =>
    changes.reduce((bytes, [at, removed, inserted]) => {
      const head = bytes.subarray(0, at);
      return Uint8Array.from([...head, ...latin1(inserted), ...bytes.subarray(at + removed)]);
    }, ORDINARY),
  );

function countParts(part: Part, bytes: Uint8Array): number {
  expect(part.body.start).toBeLessThanOrEqual(part.body.end);
  expect(part.body.end).toBeLessThanOrEqual(bytes.length);
  return part.children.reduce((sum, child) => sum + countParts(child, bytes), 1);
}

describe("any octets", () => {
  it.each([
    ["mutated mail", mutated],
    ["noise", fc.uint8Array({ maxLength: 500 })],
  ])("are a message: %s", (_, octets) => {
    fc.assert(
      fc.property(octets, (bytes) => {
        const mail = readMail(bytes);
        expect(countParts(mail.root, bytes)).toBeLessThanOrEqual(MAX_PARTS);
        for (const { octets: decoded } of findCalendarParts(mail)) {
          expect(decoded.length).toBeLessThanOrEqual(bytes.length);
        }
        expect(findContainers(mail).length).toBeLessThanOrEqual(MAX_PARTS);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Shapes that make careless parsers slow: going back over them, none would come to an end in time. */
const SLOW_SHAPES: readonly [string, (size: number) => Uint8Array][] = [
  [
    "lines of dashes",
    (size) => latin1(`Content-Type: multipart/mixed; boundary=-\n\n${"--\n".repeat(size / 3)}`),
  ],
  [
    "delimiters",
    (size) => latin1(`Content-Type: multipart/mixed; boundary=b\n\n${"--b\n".repeat(size / 4)}`),
  ],
  [
    "white space behind a delimiter",
    (size) => latin1(`Content-Type: multipart/mixed; boundary=b\n\n--b${" ".repeat(size)}x`),
  ],
  ["empty lines", (size) => new Uint8Array(size).fill(0x0a)],
  ["carriage returns", (size) => latin1(`\n${"\r".repeat(size)}`)],
  ["folded header lines", (size) => latin1(`Subject: x${"\n y".repeat(size / 3)}`)],
  ["header fields", (size) => latin1("a:\n".repeat(size / 3))],
  ["quotes in a parameter", (size) => latin1(`Content-Type: a/b; x=${'"\\'.repeat(size / 2)}`)],
  ["brackets in a parameter", (size) => latin1(`Content-Type: a/b; x=${"(".repeat(size)}`)],
  ["parameters", (size) => latin1(`Content-Type: a/b${";a*0=b".repeat(size / 6)}`)],
  ["encoded words", (size) => latin1(`Subject: ${"=?a?q?".repeat(size / 6)}`)],
  ["nested groups", (size) => latin1(`To: ${"a:".repeat(size / 2)}`)],
  [
    "angle brackets",
    (size) => latin1(`From: ${"<".repeat(size)}\nReferences: ${"<".repeat(size)}`),
  ],
  [
    "white space in an address",
    (size) => latin1(`From: a${" ".repeat(size)}@${"\t".repeat(size)}b`),
  ],
  [
    "equals signs",
    (size) =>
      latin1(
        `Content-Type: text/calendar\nContent-Transfer-Encoding: quoted-printable\n\n${"= ".repeat(size / 2)}`,
      ),
  ],
  [
    "base64 of nothing",
    (size) =>
      latin1(
        `Content-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n${"=".repeat(size)}`,
      ),
  ],
  [
    "levels of multiparts",
    (size) =>
      latin1(
        Array.from(
          { length: MAX_PART_NESTING },
          (_, level) => `Content-Type: multipart/mixed; boundary=${level}\n\n--${level}\n`,
        ).join("") + "--9\n".repeat(size / 4),
      ),
  ],
];

describe("a hostile message", () => {
  it.each(SLOW_SHAPES)("of %s is read to the end", (_, shape) => {
    const bytes = shape(960_000);
    const mail = readMail(bytes);
    findCalendarParts(mail);

    expect(countParts(mail.root, bytes)).toBeLessThanOrEqual(MAX_PARTS);
  });
});

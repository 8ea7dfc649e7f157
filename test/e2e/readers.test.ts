import { expect, it } from "vitest";
import { checkRestrictions } from "../interop/check-restrictions.ts";
import { readWithPython } from "../interop/read-with-python.ts";

/* The readers that the other tests rely on: they do find what is wrong. */

const REPLY = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Example Corp//Calendar 3.1//EN",
  "METHOD:REPLY",
  "BEGIN:VEVENT",
  "UID:event@example.com",
  "DTSTAMP:20261122T120000Z",
  "ORGANIZER:mailto:juergen@example.com",
  "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org",
  "END:VEVENT",
  "END:VCALENDAR",
];

const text = (lines: readonly string[]): string => `${lines.join("\r\n")}\r\n`;

it("libical has nothing against a sound reply", () => {
  expect(checkRestrictions(text(REPLY))).toEqual([]);
});

it.each(["ORGANIZER", "ATTENDEE", "UID"])("libical misses %s", (name) => {
  const [complaint] = checkRestrictions(text(REPLY.filter((line) => !line.startsWith(name))));
  expect(complaint).toContain(name);
});

it("libical refuses what is no calendar object", () => {
  expect(checkRestrictions("Hello")).not.toEqual([]);
});

it("python3-icalendar tells what it reads, and throws where it cannot", () => {
  const mail = (lines: readonly string[]): Buffer =>
    Buffer.from(
      text([
        "From: me@example.org",
        "To: juergen@example.com",
        "MIME-Version: 1.0",
        "Content-Type: text/calendar; method=REPLY; charset=UTF-8",
        "",
        ...lines,
      ]),
    );
  const [calendar] = readWithPython(mail(REPLY)).calendars;
  expect(calendar).toMatchObject({ method: "REPLY", components: [{ uid: "event@example.com" }] });
  expect(() => readWithPython(mail(REPLY.slice(0, -2)))).toThrow();
});

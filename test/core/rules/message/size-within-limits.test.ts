import {
  MAX_ATTENDEES,
  MAX_CALENDAR_BYTES,
  MAX_CALENDAR_PART_BYTES,
  MAX_CALENDAR_PARTS,
  MAX_HEADER_BYTES,
  MAX_INVITATIONS,
  MAX_PARTS,
} from "../../../../src/core/limits.ts";
import { sizeWithinLimits } from "../../../../src/core/rules/message/size-within-limits.ts";
import { at, calendarOf, messageOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const nowhere = { part: null, line: null, offset: null };
const parts = (count: number): string =>
  `Message-ID: <1@example.com>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\nContent-Type: text/calendar\r\n\r\n${ICS}`.repeat(count)}`;
const attendees = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `ATTENDEE:mailto:a${index}@example.org`);
const LONG_HEADER = [`X-Any: ${"a".repeat(MAX_HEADER_BYTES)}`];
const CROWD = attendees(MAX_ATTENDEES + 2);
const headerSize = (message: string): number => message.indexOf("\r\n\r\n") + 2;
const longPart = (more: number): string =>
  `--b\r\nContent-Type: text/calendar\r\n\r\n${"x".repeat(MAX_CALENDAR_PART_BYTES + more)}\r\n`;

/** A calendar part of some megabytes, a list footer most of it. */
const padded = (megabytes: number): string =>
  `--b\r\nContent-Type: text/calendar\r\n\r\n${ICS}${`${"x".repeat(1022)}\r\n`.repeat(megabytes * 1024)}`;

testRule(sizeWithinLimits, {
  valid: [
    { name: "nothing is large" },
    { name: "as many calendar parts as allowed", message: parts(MAX_CALENDAR_PARTS) },
    { name: "as many attendees as allowed", event: attendees(MAX_ATTENDEES) },
    {
      name: "a bare file is no message",
      message: calendarOf({ name: "", event: attendees(MAX_ATTENDEES + 1) }),
    },
  ],
  invalid: [
    {
      name: "a header is too long",
      fields: LONG_HEADER,
      reports: [
        {
          wording: "header",
          data: {
            limit: "MAX_HEADER_BYTES",
            allowed: MAX_HEADER_BYTES,
            found: headerSize(messageOf({ name: "", fields: LONG_HEADER })),
            ...nowhere,
          },
        },
      ],
    },
    {
      name: "there are too many parts",
      message: messageOf({ name: "" }) + "--b\r\n".repeat(MAX_PARTS),
      reports: [
        {
          wording: "parts",
          data: { limit: "MAX_PARTS", allowed: MAX_PARTS, found: MAX_PARTS + 3, ...nowhere },
        },
      ],
    },
    {
      name: "there are too many calendar parts",
      message: parts(MAX_CALENDAR_PARTS + 1),
      reports: [
        {
          wording: "calendars",
          data: {
            ...nowhere,
            limit: "MAX_CALENDAR_PARTS",
            allowed: MAX_CALENDAR_PARTS,
            found: MAX_CALENDAR_PARTS + 1,
            part: "50",
          },
        },
      ],
    },
    {
      name: "two calendar parts are too long, which is said once",
      message: parts(1) + longPart(1) + longPart(9),
      reports: [
        {
          wording: "calendar",
          data: {
            ...nowhere,
            limit: "MAX_CALENDAR_PART_BYTES",
            allowed: MAX_CALENDAR_PART_BYTES,
            found: MAX_CALENDAR_PART_BYTES + 1,
            part: "2",
          },
        },
        {
          data: {
            limit: "MAX_CONTENT_LINE_BYTES",
            allowed: 524288,
            found: null,
            part: "2",
            line: 1,
            offset: 0,
          },
        },
      ],
    },
    {
      name: "the calendar parts are too long together",
      message: parts(1) + padded(3).repeat(3),
      reports: [
        {
          wording: "together",
          data: {
            ...nowhere,
            limit: "MAX_CALENDAR_BYTES",
            allowed: MAX_CALENDAR_BYTES,
            // The last line break before a boundary belongs to it (RFC 2046 §5.1.1).
            found: 4 * ICS.length + 9 * 1024 * 1024 - 3 * "\r\n".length,
            part: "4",
          },
        },
      ],
    },
    {
      name: "there are too many invitations",
      components: Array.from({ length: MAX_INVITATIONS }, (_, index) =>
        ["BEGIN:VEVENT", `UID:${index}-@example.com`, "END:VEVENT"].join("\r\n"),
      ),
      reports: [
        {
          wording: "invitations",
          data: {
            ...nowhere,
            limit: "MAX_INVITATIONS",
            allowed: MAX_INVITATIONS,
            found: MAX_INVITATIONS + 1,
          },
        },
      ],
    },
    {
      name: "a calendar has too many attendees",
      event: CROWD,
      reports: [
        {
          data: {
            limit: "MAX_ATTENDEES",
            allowed: MAX_ATTENDEES,
            found: null,
            part: "2",
            ...at(calendarOf({ name: "", event: CROWD }), `ATTENDEE:mailto:a${MAX_ATTENDEES}@`),
          },
        },
      ],
    },
  ],
});

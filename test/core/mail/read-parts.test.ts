import { describe, expect, it } from "vitest";
import {
  MAX_HEADER_BYTES,
  MAX_MESSAGE_BYTES,
  MAX_PART_NESTING,
  MAX_PARTS,
} from "../../../src/core/limits.ts";
import type { Mail, Part } from "../../../src/core/mail/mail.ts";
import { readMail } from "../../../src/core/mail/read-mail.ts";
import { latin1, message, text } from "./octets.ts";

/** "number type 'body'" of every part, a list for what is within. */
function outline(mail: Mail, part: Part = mail.root): readonly string[] {
  const body = text(mail.bytes.subarray(part.body.start, part.body.end));
  const own =
    part.children.length > 0 ? part.mediaType : `${part.mediaType} ${JSON.stringify(body)}`;
  return [`${part.number}|${own}`, ...part.children.flatMap((child) => outline(mail, child))];
}

const MIXED = 'Content-Type: multipart/mixed; boundary="b"';

const SHAPES: readonly {
  readonly name: string;
  readonly lines: readonly string[];
  readonly parts: readonly string[];
}[] = [
  { name: "no octets", lines: [], parts: ['1|text/plain ""'] },
  { name: "a body alone", lines: ["", "Hello"], parts: ['1|text/plain "Hello"'] },
  { name: "a header without body", lines: ["Subject: Hello"], parts: ['1|text/plain ""'] },
  {
    name: "one part",
    lines: ["Content-Type: Text/Calendar; method=REQUEST", "", "BEGIN:VCALENDAR"],
    parts: ['1|text/calendar "BEGIN:VCALENDAR"'],
  },
  {
    name: "a multipart in a multipart",
    lines: [
      ...[MIXED, "", "preamble", "--b", "Content-Type: multipart/alternative; boundary=c", ""],
      ...["--c", "", "plain", "--c", "Content-Type: text/html", "", "html", "", "--c--", "--b"],
      ...["Content-Type: application/ics", "", "file", "--b--", "epilogue"],
    ],
    parts: [
      "|multipart/mixed",
      "1|multipart/alternative",
      '1.1|text/plain "plain"',
      '1.2|text/html "html\\r\\n"',
      '2|application/ics "file"',
    ],
  },
  {
    name: "an inner boundary that begins like the outer one",
    lines: [
      ...[MIXED, "", "--b", "Content-Type: multipart/mixed; boundary=b1", "", "--b1", "", "in"],
      ...["--b1--", "--b", "", "out", "--b--"],
    ],
    parts: ["|multipart/mixed", "1|multipart/mixed", '1.1|text/plain "in"', '2|text/plain "out"'],
  },
  {
    name: "a missing closing delimiter",
    lines: [
      ...[MIXED, "", "--b", "Content-Type: multipart/mixed; boundary=c", "", "--c", "", "in"],
      ...["--b", "", "out"],
    ],
    parts: ["|multipart/mixed", "1|multipart/mixed", '1.1|text/plain "in"', '2|text/plain "out"'],
  },
  {
    name: "white space behind delimiters",
    lines: [MIXED, "", "--b \t", "", "one", "--b--  ", "end"],
    parts: ["|multipart/mixed", '1|text/plain "one"'],
  },
  {
    name: "text that only looks like a delimiter",
    lines: [MIXED, "", "--b", "", "--bb", "-b", "--", "--b-", "--b--"],
    parts: ["|multipart/mixed", '1|text/plain "--bb\\r\\n-b\\r\\n--\\r\\n--b-"'],
  },
  {
    name: "a part behind the closing delimiter",
    lines: [MIXED, "", "--b", "", "one", "--b--", "--b", "", "two"],
    parts: ["|multipart/mixed", '1|text/plain "one"', '2|text/plain "two"'],
  },
  {
    name: "a part that ends in its header",
    lines: [MIXED, "", "--b", "Content-Type: text/calendar", "--b", "", "two", "--b--"],
    parts: ["|multipart/mixed", '1|text/calendar ""', '2|text/plain "two"'],
  },
  {
    name: "two delimiters in a row",
    lines: [MIXED, "", "--b", "--b--"],
    parts: ["|multipart/mixed", '1|text/plain ""'],
  },
  {
    name: "a missing boundary parameter",
    lines: ["Content-Type: multipart/mixed", "", "--x1", "", "one", "--x1", "", "two", "--x1--"],
    parts: ["|multipart/mixed", '1|text/plain "one"', '2|text/plain "two"'],
  },
  {
    name: "an empty boundary parameter, and no delimiter",
    lines: ['Content-Type: multipart/mixed; boundary=""', "", "--", "text"],
    parts: ['1|multipart/mixed "--\\r\\ntext"'],
  },
  {
    name: "a boundary in RFC 2231's form",
    lines: ["Content-Type: multipart/mixed; boundary*0=a; boundary*1=b", "", "--ab", "", "one"],
    parts: ["|multipart/mixed", '1|text/plain "one"'],
  },
  {
    name: "a forwarded message",
    lines: [
      ...[MIXED, "", "--b", "", "see below", "--b", "Content-Type: message/rfc822", ""],
      ...["Subject: inner", "Content-Type: text/calendar", "", "BEGIN", "--b--"],
    ],
    parts: [
      "|multipart/mixed",
      '1|text/plain "see below"',
      "2|message/rfc822",
      '2.1|text/calendar "BEGIN"',
    ],
  },
  {
    name: "a forwarded multipart",
    lines: [
      ...["Content-Type: message/global", "", "Content-Type: multipart/mixed; boundary=c", ""],
      ...["--c", "", "one", "--c", "", "two", "--c--"],
    ],
    parts: [
      "1|message/global",
      "1|multipart/mixed",
      '1.1|text/plain "one"',
      '1.2|text/plain "two"',
    ],
  },
  {
    name: "an encoded message, which is not looked into here",
    lines: [
      "Content-Type: message/rfc822",
      "Content-Transfer-Encoding: base64",
      "",
      "U3ViamVjdA==",
    ],
    parts: ['1|message/rfc822 "U3ViamVjdA=="'],
  },
  {
    name: "a digest, whose parts are messages",
    lines: [
      ...["Content-Type: multipart/digest; boundary=b", "", "--b", "", "Subject: one", "", "text"],
      ...["--b", "Content-Type: text/plain", "", "two", "--b--"],
    ],
    parts: ["|multipart/digest", "1|message/rfc822", '1.1|text/plain "text"', '2|text/plain "two"'],
  },
  {
    name: "a mailbox file's first line",
    lines: ["From boss@example.org Mon Nov 22 12:00:00 2026", "Content-Type: text/html", "", "x"],
    parts: ['1|text/html "x"'],
  },
  {
    name: "a folded, quoted and commented header",
    lines: ["Content-Type: (a (nested) one)", "\tText / Calendar; name=x", "", "x"],
    parts: ['1|text/calendar "x"'],
  },
  {
    name: "the first of two types",
    lines: ["Content-Type: text/calendar", "Content-Type: text/html", "", "x"],
    parts: ['1|text/calendar "x"'],
  },
  {
    name: "an unreadable type",
    lines: ["Content-Type: calendar", "", "x"],
    parts: ['1|text/plain "x"'],
  },
];

describe("readMail", () => {
  it.each(SHAPES)("reads $name", ({ lines, parts }) => {
    expect(outline(readMail(message(...lines)))).toEqual(parts);
  });

  it.each(SHAPES)("reads $name with LF alone", ({ lines, parts }) => {
    const mail = readMail(latin1(lines.join("\n")));
    expect(outline(mail)).toEqual(parts.map((part) => part.replaceAll("\\r\\n", "\\n")));
  });

  it.each(SHAPES)("reads $name with CR alone", ({ lines, parts }) => {
    const mail = readMail(latin1(lines.join("\r")));
    expect(outline(mail)).toEqual(parts.map((part) => part.replaceAll("\\r\\n", "\\r")));
  });

  it("names disposition, file and encoding", () => {
    const { root } = readMail(
      message(
        'Content-Type: application/octet-stream; name="other.ics"',
        'Content-Disposition: Attachment; filename="=?UTF-8?Q?caf=C3=A9.ics?="',
        "Content-Transfer-Encoding: BASE64 (as usual)",
        "",
      ),
    );
    expect(root).toMatchObject({
      disposition: "attachment",
      fileName: "café.ics",
      transferEncoding: "base64",
    });
  });

  it("takes the name where there is no file name, and null where nothing is said", () => {
    expect(readMail(message("Content-Type: text/calendar; name=a.ics", "")).root).toMatchObject({
      disposition: null,
      fileName: "a.ics",
      transferEncoding: null,
    });
    expect(readMail(message("")).root.fileName).toBeNull();
  });

  it("reads 8-bit header octets as UTF-8, else as windows-1252", () => {
    const { root } = readMail(latin1("Subject: \xc3\xa9\r\nComments: \xe9\x80\r\n\r\n"));
    expect(root.fields.map(({ value }) => value)).toEqual(["é", "é€"]);
  });

  it("unfolds fields, keeps their order, and passes over what is no field", () => {
    const { root } = readMail(
      message(
        "X-A: one",
        " two",
        "no field",
        "X Y: z",
        ": z",
        "X-A : three",
        "X-\u00e9: 1",
        "",
        "",
      ),
    );
    expect(root.fields).toEqual([
      { name: "x-a", value: "one two" },
      { name: "x-a", value: "three" },
    ]);
  });

  it("lets no control character through that could end a line", () => {
    expect(readMail(latin1("Subject: a\rBcc: b\0c\n\n")).root.fields).toEqual([
      { name: "subject", value: "a Bcc: b c" },
    ]);
  });
});

describe("limits", () => {
  it("does not read a message beyond its limit", () => {
    const bytes = new Uint8Array(MAX_MESSAGE_BYTES + 1).fill(0x0a);
    const mail = readMail(bytes);
    expect(mail.root.body.end).toBe(MAX_MESSAGE_BYTES);
    expect(mail.passedLimits).toEqual([
      { limit: "MAX_MESSAGE_BYTES", allowed: MAX_MESSAGE_BYTES, found: MAX_MESSAGE_BYTES + 1 },
    ]);
  });

  it("does not read a header beyond its limit", () => {
    const filler = `X-A: ${"a".repeat(MAX_HEADER_BYTES)}`;
    const mail = readMail(message("Subject: kept", filler, "X-B: lost", "", "body"));
    expect(mail.root.fields.map(({ name }) => name)).toEqual(["subject", "x-a"]);
    expect(text(mail.bytes.subarray(mail.root.body.start))).toBe("body");
    expect(mail.passedLimits).toMatchObject([{ limit: "MAX_HEADER_BYTES" }]);
  });

  it("does not read more parts than allowed, and counts them", () => {
    const mail = readMail(message(MIXED, "", ...Array<string>(MAX_PARTS + 9).fill("--b")));
    expect(mail.root.children).toHaveLength(MAX_PARTS - 1);
    expect(mail.passedLimits).toEqual([
      { limit: "MAX_PARTS", allowed: MAX_PARTS, found: MAX_PARTS + 10 },
    ]);
  });

  it.each([
    [
      "multiparts",
      (level: number) => [`Content-Type: multipart/mixed; boundary=b${level}`, "", `--b${level}`],
    ],
    ["messages", () => ["Content-Type: message/rfc822", ""]],
  ])("does not look into %s nested too deep", (_, level) => {
    const lines = Array.from({ length: MAX_PART_NESTING + 5 }, (__, index) => level(index)).flat();
    const mail = readMail(message(...lines));
    let depth = 1;
    for (let part = mail.root; part.children[0]; part = part.children[0]) {
      depth += 1;
    }
    expect(depth).toBe(MAX_PART_NESTING);
    expect(mail.passedLimits).toEqual([
      { limit: "MAX_PART_NESTING", allowed: MAX_PART_NESTING, found: MAX_PART_NESTING + 1 },
    ]);
  });
});

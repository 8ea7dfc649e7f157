import fc from "fast-check";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { MAX_REFERENCES } from "../../../src/core/limits.ts";
import type { Draft, DraftLeaf, DraftPart } from "../../../src/core/mail/draft.ts";
import { findCalendarParts } from "../../../src/core/mail/calendar-parts.ts";
import { readMail } from "../../../src/core/mail/read-mail.ts";
import { writeMail } from "../../../src/core/mail/write-mail.ts";
import { text } from "./octets.ts";

const plain = (content: string): DraftLeaf => ({
  mediaType: "text/plain",
  parameters: [["charset", "UTF-8"]],
  attachmentName: null,
  text: content,
});

const calendar = (content: string): DraftLeaf => ({
  mediaType: "text/calendar",
  parameters: [
    ["method", "REPLY"],
    ["charset", "UTF-8"],
  ],
  attachmentName: null,
  text: content,
});

const reply = (words: string, ics: string): DraftPart => ({
  mediaType: "multipart/alternative",
  children: [plain(words), calendar(ics)],
});

const ICS = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n";

const DRAFT: Draft = {
  from: { name: "Me", address: "me@example.org" },
  to: [{ name: "The Boss", address: "boss@example.org" }],
  subject: "Accepted: Budget",
  date: Date.UTC(2026, 10, 22, 12),
  messageId: "8b2f0a9e-6d6e@example.org",
  inReplyTo: "invitation@example.org",
  references: ["first@example.org", "invitation@example.org"],
  fields: [],
  body: reply("Me has accepted.\n", ICS),
};

function written(changes: Partial<Draft>): Uint8Array<ArrayBuffer> {
  const result = writeMail({ ...DRAFT, ...changes });
  if (result.kind === "refused") {
    throw new Error(`refused: ${result.field} ${result.value}`);
  }
  return result.bytes;
}

describe("writeMail", () => {
  it("writes these bytes", () => {
    expect(text(written({ fields: [{ name: "X-Identity-Key", value: "id1" }] }))).toBe(
      [
        "From: Me <me@example.org>",
        "To: The Boss <boss@example.org>",
        "Subject: Accepted: Budget",
        "Date: Sun, 22 Nov 2026 12:00:00 +0000",
        "Message-ID: <8b2f0a9e-6d6e@example.org>",
        "In-Reply-To: <invitation@example.org>",
        "References: <first@example.org> <invitation@example.org>",
        "X-Identity-Key: id1",
        "MIME-Version: 1.0",
        'Content-Type: multipart/alternative; boundary="=_8b2f0a9e6d6eexampleorg_0"',
        "",
        "--=_8b2f0a9e6d6eexampleorg_0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 7bit",
        "",
        "Me has accepted.",
        "",
        "--=_8b2f0a9e6d6eexampleorg_0",
        "Content-Type: text/calendar; method=REPLY; charset=UTF-8",
        "Content-Transfer-Encoding: 7bit",
        "",
        "BEGIN:VCALENDAR",
        "METHOD:REPLY",
        "END:VCALENDAR",
        "",
        "--=_8b2f0a9e6d6eexampleorg_0--",
        "",
      ].join("\r\n"),
    );
  });

  it("writes the same bytes for the same draft", () => {
    expect(written({})).toEqual(written({}));
  });

  it.each<[string, Partial<Draft>, { readonly field: string; readonly value: string }]>([
    ["sender", { from: { name: "", address: "me" } }, { field: "From", value: "me" }],
    [
      "recipient",
      { to: [...DRAFT.to, { name: "", address: "a@b,c@d" }] },
      { field: "To", value: "a@b,c@d" },
    ],
    ["list of recipients", { to: [] }, { field: "To", value: "" }],
    ["instant", { date: Number.NaN }, { field: "Date", value: "NaN" }],
    ["identifier", { messageId: "a b@c" }, { field: "Message-ID", value: "a b@c" }],
    ["identifier without @", { messageId: "ab" }, { field: "Message-ID", value: "ab" }],
  ])("refuses a %s that names nobody or nothing", (_, changes, refused) => {
    expect(writeMail({ ...DRAFT, ...changes })).toEqual({ kind: "refused", ...refused });
  });

  it("leaves out what it cannot refer to", () => {
    const { root, envelope } = readMail(
      written({ inReplyTo: "a b", references: ["x\r\nBcc: v@w", "y@z"] }),
    );
    expect(root.fields.map(({ name }) => name)).not.toContain("in-reply-to");
    expect(envelope.references).toEqual(["y@z"]);
  });

  it("keeps the first and the latest of many references", () => {
    const references = Array.from({ length: 200 }, (_, index) => `${index}@example.org`);
    const { envelope } = readMail(written({ references }));
    expect(envelope.references).toHaveLength(MAX_REFERENCES);
    expect([envelope.references[0], envelope.references.at(-1)]).toEqual([
      "0@example.org",
      "199@example.org",
    ]);
  });

  it("leaves out a further field that has no name", () => {
    const bytes = written({
      fields: [
        { name: "X Bad", value: "1" },
        { name: "X-Good", value: "a\r\nBcc: v@w" },
      ],
    });
    expect(text(bytes)).toContain("X-Good: a Bcc: v@w\r\n");
    expect(text(bytes)).not.toContain("X Bad");
  });

  it("writes a foreign domain in ASCII and a foreign local part as it is", () => {
    const bytes = written({ to: [{ name: "", address: "rené@bücher.example" }] });
    expect(text(bytes)).toContain("To: rené@xn--bcher-kva.example\r\n");
  });

  it("writes the user's time zone", () => {
    expect(text(written({ offsetMinutes: 60 }))).toContain("Sun, 22 Nov 2026 13:00:00 +0100");
  });
});

describe("what was written, read by others", () => {
  const SUMMARY =
    "Büro, 会議 🎉 — “quoted”\\n; and a line that is much longer than seventy-eight characters";
  const attached: DraftPart = {
    mediaType: "multipart/mixed",
    children: [
      reply(`${SUMMARY}\n`, `BEGIN:VCALENDAR\r\nSUMMARY:${SUMMARY}\r\nEND:VCALENDAR\r\n`),
      {
        mediaType: "application/ics",
        parameters: [["name", "invite.ics"]],
        attachmentName: "Einkäufe (1).ics",
        text: ICS,
      },
    ],
  };
  const bytes = written({
    from: { name: "René, «Boss»", address: "rene@example.org" },
    to: [
      { name: 'The "Boss"', address: "boss@example.org" },
      { name: "=?UTF-8?Q?fake?=", address: "fake@example.org" },
      { name: "", address: "third@example.org" },
    ],
    subject: SUMMARY,
    body: attached,
  });
  const names = ["René, «Boss»", 'The "Boss"', "=?UTF-8?Q?fake?=", ""];
  const ics = `BEGIN:VCALENDAR\r\nSUMMARY:${SUMMARY}\r\nEND:VCALENDAR\r\n`;

  it("is the same to mailparser", async () => {
    const mail = await simpleParser(Buffer.from(bytes));
    expect(mail.subject).toBe(SUMMARY);
    const recipients = [mail.to ?? []].flat().flatMap(({ value }) => value);
    expect([...(mail.from?.value ?? []), ...recipients].map(({ name }) => name)).toEqual(names);
    expect(mail.text?.trim()).toBe(SUMMARY);
    expect(mail.messageId).toBe("<8b2f0a9e-6d6e@example.org>");
    expect(mail.inReplyTo).toBe("<invitation@example.org>");
    expect(mail.attachments.map(({ contentType, filename }) => [contentType, filename])).toEqual([
      ["text/calendar", undefined],
      ["application/ics", "Einkäufe (1).ics"],
    ]);
    expect(mail.attachments.map(({ content }) => text(content))).toEqual([ics, ICS]);
  });

  it("is the same to postal-mime", async () => {
    const mail = await PostalMime.parse(bytes);
    expect(mail.subject).toBe(SUMMARY);
    expect([mail.from, ...(mail.to ?? [])].map((mailbox) => mailbox?.name)).toEqual(names);
    expect(mail.text?.trim()).toBe(SUMMARY);
    expect(mail.attachments.map(({ mimeType, method }) => [mimeType, method])).toEqual([
      ["text/calendar", "REPLY"],
      ["application/ics", undefined],
    ]);
  });

  it("is the same to ourselves", () => {
    const mail = readMail(bytes);
    expect(mail.envelope.subject).toBe(SUMMARY);
    expect([...mail.envelope.from, ...mail.envelope.to].map(({ name }) => name)).toEqual(names);
    const parts = findCalendarParts(mail);
    expect(parts.map(({ part }) => [part?.number, part?.fileName])).toEqual([
      ["1.2", null],
      ["2", "Einkäufe (1).ics"],
    ]);
    expect(parts.map(({ octets }) => text(octets))).toEqual([ics, ICS]);
    expect(parts.map(({ transferProblem }) => transferProblem)).toEqual([null, null]);
  });
});

describe("text", () => {
  it.each([
    ["plain words", "7bit"],
    ["", "7bit"],
    ["ü", "quoted-printable"],
    ["-- \nsignature", "quoted-printable"],
    ["--=_8b2f0a9e6d6eexampleorg_0--", "quoted-printable"],
    ["From here", "quoted-printable"],
    [".", "quoted-printable"],
    ["trailing ", "quoted-printable"],
    [`${"long ".repeat(30)}line`, "quoted-printable"],
    ["tab\tand = sign", "7bit"],
    ["nul \0 and = sign\t", "quoted-printable"],
  ])("of %j travels as %s and arrives", async (words, encoding) => {
    const bytes = written({ body: reply(words, ICS) });
    expect(readMail(bytes).root.children[0]?.transferEncoding).toBe(encoding);
    const { text: arrived } = await PostalMime.parse(bytes);
    expect(arrived?.replace(/\n+$/, "")).toBe(words);
  });
});

const LINE = fc.string({ unit: "grapheme", maxLength: 200 });
const NASTY = fc.string({
  unit: fc.constantFrom(
    ...Array.from('\r\n\0\t "\\<>@,;:=?()-.F\u2028\u202E\u00e9\u{1F389}\uD800aA'),
  ),
  maxLength: 300,
});

/** What a field can keep: no control characters, single spaces, whole characters. */
function kept(value: string): string {
  const line = value.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(line));
}

describe("properties", () => {
  it("what is written is read again, and no line is too long", () => {
    fc.assert(
      fc.property(fc.oneof(LINE, NASTY), fc.oneof(LINE, NASTY), (one, two) => {
        const bytes = written({
          from: { name: one, address: "me@example.org" },
          to: [{ name: two, address: "boss@example.org" }],
          subject: two,
          fields: [{ name: "X-Any", value: one }],
          body: reply(two, one),
        });
        const mail = readMail(bytes);
        expect(mail.envelope.from).toEqual([{ name: kept(one), address: "me@example.org" }]);
        expect(mail.envelope.to).toEqual([{ name: kept(two), address: "boss@example.org" }]);
        expect(mail.envelope.subject).toBe(kept(two));
        expect(mail.root.fields.map(({ name }) => name)).toEqual([
          ...["from", "to", "subject", "date", "message-id", "in-reply-to", "references"],
          ...["x-any", "mime-version", "content-type"],
        ]);
        const [part] = findCalendarParts(mail);
        const lines = one.split(/\r\n|\r|\n/).map((line) => `${line}\r\n`);
        const sent = lines.at(-1) === "\r\n" ? lines.slice(0, -1) : lines;
        expect(part?.octets).toEqual(new TextEncoder().encode(sent.join("")));
        expect(
          text(bytes)
            .split("\r\n")
            .every((line) => line.length <= 78),
        ).toBe(true);
        expect(/[^\r]\n|\r[^\n]/.test(text(bytes))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { MAX_ADDRESS_FIELD_BYTES } from "../../../src/core/limits.ts";
import { readMail } from "../../../src/core/mail/read-mail.ts";
import { readMailboxes } from "../../../src/core/mail/read-mailboxes.ts";
import { message } from "./octets.ts";

const hidden = (text: string): string => `=?UTF-8?B?${btoa(text)}?=`;

describe("readMailboxes", () => {
  it.each([
    ["", []],
    ["boss@example.org", [["", "boss@example.org"]]],
    ["The Boss <boss@example.org>", [["The Boss", "boss@example.org"]]],
    ['"Boss, The" <boss@example.org>', [["Boss, The", "boss@example.org"]]],
    ['"The \\"Boss\\"" <boss@example.org>', [['The "Boss"', "boss@example.org"]]],
    ["boss@example.org (The Boss)", [["The Boss", "boss@example.org"]]],
    [
      "a@b.example, c@d.example",
      [
        ["", "a@b.example"],
        ["", "c@d.example"],
      ],
    ],
    [
      "Team: a@b.example, C <c@d.example>;",
      [
        ["", "a@b.example"],
        ["C", "c@d.example"],
      ],
    ],
    ["undisclosed-recipients:;", []],
    ["MAILER-DAEMON", []],
    ["=?UTF-8?Q?Ren=C3=A9?= <rene@example.org>", [["René", "rene@example.org"]]],
    ["=?UTF-8?Q?Ren=C3?= =?UTF-8?Q?=A9?= <rene@example.org>", [["René", "rene@example.org"]]],
    ["=?UTF-8?Q?Doe,_Jane?= <jane@example.org>", [["Doe, Jane", "jane@example.org"]]],
    ['"=?UTF-8?Q?Ren=C3=A9?=" <rene@example.org>', [["René", "rene@example.org"]]],
    ['"boss@example.org" <evil@example.net>', [["boss@example.org", "evil@example.net"]]],
    [hidden("Boss <boss@example.org>"), []],
    [
      `${hidden("boss@example.org,")} <evil@example.net>`,
      [["boss@example.org,", "evil@example.net"]],
    ],
    [
      `${hidden("Boss <boss@example.org>")} <evil@example.net>`,
      [["Boss <boss@example.org>", "evil@example.net"]],
    ],
    [`<${hidden("boss")}@example.org>`, []],
    ["\uE0000\uE000 <a@b.example>", [["\uFFFD0\uFFFD", "a@b.example"]]],
  ] as const)("reads %j", (value, mailboxes) => {
    expect(readMailboxes(value).map(({ name, address }) => [name, address])).toEqual(mailboxes);
  });

  it("reads no more of a field than allowed", () => {
    const long = "a@b.example,".repeat(MAX_ADDRESS_FIELD_BYTES / 8);
    expect(readMailboxes(long).length).toBeLessThan(MAX_ADDRESS_FIELD_BYTES / 11);
    expect(readMail(message(`To: ${long}`, "", "")).passedLimits).toEqual([
      {
        limit: "MAX_ADDRESS_FIELD_BYTES",
        allowed: MAX_ADDRESS_FIELD_BYTES,
        found: long.length,
      },
    ]);
  });
});

describe("readMail's envelope", () => {
  it("says what the header says", () => {
    const { envelope } = readMail(
      message(
        "Authentication-Results: mx.example.org; dkim=pass",
        "Authentication-Results: other.example; dkim=fail",
        "Delivered-To: me@example.org",
        "X-Original-To: <alias@example.org>",
        "Envelope-To: third@example.org",
        "From: Boss <boss@example.org>",
        "Sender: Assistant <pa@example.org>",
        "Reply-To: boss@example.net",
        "To: me@example.org",
        "To: you@example.org",
        "Cc: list@example.org",
        "Subject: =?UTF-8?B?QsO8cm8=?= today",
        "Date: Sun, 22 Nov 2026 12:00:00 +0000",
        "Message-ID: <a.b@example.org>",
        "References: <r1@example.org>\r\n\t<r2@example.org>",
        "List-Id: <team.example.org>",
        "",
        "",
      ),
    );
    expect(envelope).toEqual({
      from: [{ name: "Boss", address: "boss@example.org" }],
      sender: { name: "Assistant", address: "pa@example.org" },
      replyTo: [{ name: "", address: "boss@example.net" }],
      to: [
        { name: "", address: "me@example.org" },
        { name: "", address: "you@example.org" },
      ],
      cc: [{ name: "", address: "list@example.org" }],
      deliveredTo: ["me@example.org", "alias@example.org", "third@example.org"],
      subject: "Büro today",
      messageId: "a.b@example.org",
      references: ["r1@example.org", "r2@example.org"],
      date: Date.UTC(2026, 10, 22, 12),
      authenticationResults: ["mx.example.org; dkim=pass", "other.example; dkim=fail"],
      isFromList: true,
    });
  });

  it("says nothing where the header says nothing", () => {
    expect(readMail(message("")).envelope).toEqual({
      from: [],
      sender: null,
      replyTo: [],
      to: [],
      cc: [],
      deliveredTo: [],
      subject: "",
      messageId: null,
      references: [],
      date: null,
      authenticationResults: [],
      isFromList: false,
    });
  });

  it.each([
    ["Message-ID: bare@example.org", "bare@example.org"],
    ["Message-ID: <a b@example.org>", "ab@example.org"],
    ["Message-ID: <>", null],
    ["Message-ID: ", null],
  ])("takes the identifier of %j", (field, id) => {
    expect(readMail(message(field, "", "")).envelope.messageId).toBe(id);
  });

  it("takes In-Reply-To where References are missing", () => {
    const { envelope } = readMail(message("In-Reply-To: <r@example.org>", "", ""));
    expect(envelope.references).toEqual(["r@example.org"]);
  });

  it.each([
    ["List-Post: <mailto:team@example.org>", true],
    ["Precedence: List", true],
    ["Precedence: bulk", false],
  ])("knows by %j whether a list passed it on", (field, isFromList) => {
    expect(readMail(message(field, "", "")).envelope.isFromList).toBe(isFromList);
  });

  it("takes several From fields together, in their order", () => {
    const { envelope } = readMail(message("From: a@example.org", "From: b@example.org", "", ""));
    expect(envelope.from.map(({ address }) => address)).toEqual(["a@example.org", "b@example.org"]);
  });
});

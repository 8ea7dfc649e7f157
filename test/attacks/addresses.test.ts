import { describe, expect, it } from "vitest";

import { BOSS, ME } from "../core/rules/rule-tester.ts";
import { answerTo, named, receive, type Attack } from "./stage.ts";

/** Names of the header fields of an answer, in their order. */
function fieldsOf(header: readonly string[] | undefined): readonly string[] {
  return (header ?? []).map((line) => line.slice(0, line.indexOf(":")).toLowerCase());
}

const FIELDS = [
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "in-reply-to",
  "references",
  "mime-version",
  "content-type",
];

describe("what an answer is made from", () => {
  it.each<[string, Attack]>([
    ["a title", { event: ["SUMMARY:Budget\\r\\nBcc: victim@example.net\\n\\nHello"] }],
    ["a raw control character", { event: ["SUMMARY:Budget\x0bBcc: v@example.net\x85X: y"] }],
    ["a name", { event: [`ORGANIZER;CN="Boss^nBcc: victim@example.net":mailto:${BOSS}`] }],
    ["a line separator", { event: ["SUMMARY:Budget\u2028Bcc: victim@example.net"] }],
    ["an encoded word", { event: ["SUMMARY:=?UTF-8?Q?Budget=0D=0ABcc:_v@example.net?="] }],
    ["a Message-ID", { fields: ["Message-ID: <1@example.com> Bcc: victim@example.net"] }],
  ])("A47 %s adds no header field", async (_, attack) => {
    const answer = answerTo(await receive(attack));

    expect(fieldsOf(answer?.header)).toEqual(FIELDS);
    expect(`${String(answer?.subject)}${String(answer?.recipient)}`).toMatch(/^[^\p{Cc}\u2028]+$/u);
    expect(named(answer?.header, "To:")[0]).toMatch(new RegExp(`<?${BOSS}>?$`));
  });

  it.each([
    "mailto:a@b%0D%0ABcc:victim@example.net",
    "mailto:boss%0d%0a@example.com",
    "mailto:boss%00@example.com",
    "mailto:boss@example.com%0A",
  ])("A47 ORGANIZER:%s is no address, and nothing can be sent", async (organizer) => {
    const received = await receive({ event: [`ORGANIZER:${organizer}`] });

    expect(received.verdict).toBe("unusable");
    expect(received.broken).toContain("organizer-addressable: error");
    expect(received.inspected.actions).toEqual(["ignore"]);
    expect(answerTo(received)).toBeNull();
  });

  it.each([
    "Yes\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:victim@example.net",
    "Yes\nEND:VEVENT\nBEGIN:VEVENT\nUID:2@example.com",
    "Yes\rATTENDEE:mailto:victim@example.net",
    "Yes\\nATTENDEE:mailto:victim@example.net",
    "Yes\u2028ATTENDEE:mailto:victim@example.net",
    "--=_answerexampleorg_0--\r\nX: y",
  ])("A48 the comment %j stays a comment", async (comment) => {
    const answer = answerTo(await receive({}), undefined, comment);

    expect(named(answer?.properties, "ATTENDEE")).toEqual([`ATTENDEE mailto:${ME}`]);
    expect(named(answer?.properties, "UID")).toEqual(["UID 1@example.com"]);
    expect(named(answer?.properties, "COMMENT")).toHaveLength(1);
    expect(answer?.method).toBe("REPLY");
  });

  it("A48 a title that ends lines stays a title", async () => {
    const event = ["SUMMARY:Budget\\nATTENDEE:mailto:victim@example.net"];
    const answer = answerTo(await receive({ event }));

    expect(named(answer?.properties, "ATTENDEE")).toEqual([`ATTENDEE mailto:${ME}`]);
    expect(named(answer?.properties, "SUMMARY")).toEqual([
      "SUMMARY Budget\\nATTENDEE:mailto:victim@example.net",
    ]);
  });

  it("A48 a parameter that ends its quotes stays a parameter", async () => {
    const attendee = `ATTENDEE;CN="x^';RSVP=TRUE:mailto:victim@example.net^nX":mailto:${ME}`;
    const answer = answerTo(await receive({ event: [attendee] }));

    expect(named(answer?.properties, "ATTENDEE")).toEqual([`ATTENDEE mailto:${ME}`]);
  });
});

describe("whom an answer goes to", () => {
  it.each([
    ["MAILTO:boss@example.com", "boss@example.com"],
    ["mailto:mailto:boss@example.com", "boss@example.com"],
    ["boss@example.com", "boss@example.com"],
    ["mailto:boss%2Bteam@example.com", "boss+team@example.com"],
    ["mailto:Boss@Example.COM", "Boss@Example.COM"],
  ])("A49 ORGANIZER:%s is the one recipient %s", async (organizer, recipient) => {
    const received = await receive({ event: [`ORGANIZER:${organizer}`] });

    expect(received.card.replyTo).toBe(recipient);
    expect(named(answerTo(received)?.header, "To:")).toEqual([`To: ${recipient}`]);
  });

  it.each([
    "mailto:a@b.example,c@d.example",
    "mailto:a@b.example;c@d.example",
    "mailto:a@b.example?bcc=victim@example.net",
    "mailto:a@b.example%2Cc@d.example",
    "mailto:<a@b.example>",
    "mailto:a@b.example c@d.example",
    "mailto:",
    "invalid:nomail",
    "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "/o=Example/ou=First/cn=Recipients/cn=boss",
    "https://example.com/principals/boss",
  ])("A49 ORGANIZER:%s names no single mailbox: no answer, and why", async (organizer) => {
    const received = await receive({ event: [`ORGANIZER:${organizer}`] });

    expect(received).toMatchObject({ verdict: "unusable" });
    expect(received.card).toMatchObject({ replyTo: null, actions: ["ignore"] });
    expect(received.broken).toContain("organizer-addressable: error");
    expect(answerTo(received)).toBeNull();
  });

  it("A49 what is no mail address may have one beside it", async () => {
    const event = [
      "ORGANIZER;EMAIL=boss@example.com:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    ];
    const received = await receive({ event });

    expect(received.card.replyTo).toBe(BOSS);
    expect(named(answerTo(received)?.header, "To:")).toEqual([`To: ${BOSS}`]);
  });
});

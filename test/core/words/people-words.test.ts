import { describe, expect, it } from "vitest";
import {
  answeredWords,
  attendeesWords,
  matchWords,
  partstatWords,
  personWords,
  senderWords,
  signatureWords,
} from "../../../src/core/words/people-words.ts";
import { NOW, reader } from "./english.ts";

const { translate } = reader();

describe("people, in words", () => {
  it.each([
    { name: "Ann", address: "ann@example.org", said: "Ann <ann@example.org>" },
    { name: null, address: "ann@example.org", said: "ann@example.org" },
    { name: "", address: "ann@example.org", said: "ann@example.org" },
    { name: "ann@example.org", address: "ann@example.org", said: "ann@example.org" },
    { name: "Ann", address: null, said: "Ann" },
    { name: null, address: "", said: "Somebody unknown" },
  ])("never lets a name stand for an address: $said", ({ said, ...person }) => {
    expect(personWords(person, translate)).toBe(said);
  });

  it.each([
    { relation: "sent-by", words: "Sent by Pat <pa@example.org> on behalf of the organizer" },
    { relation: "service", words: "Sent by the calendar service Pat <pa@example.org>" },
    { relation: "reply-to", words: "replies are meant for the organizer" },
    { relation: "attendee", words: "another attendee" },
    { relation: "forward", words: "Forwarded by Pat" },
    { relation: "list", words: "mailing list" },
    { relation: "stranger", words: "who is not the organizer" },
  ] as const)("says who sent it: $relation", ({ relation, words }) => {
    const sender = { name: "Pat", address: "pa@example.org" };

    expect(senderWords({ sender, senderRelation: relation }, translate)).toContain(words);
  });

  it.each(["self", "none", null] as const)(
    "has nothing to add to a sender who is %s",
    (relation) => {
      const sender = { name: "Bea", address: "boss@example.org" };

      expect(senderWords({ sender, senderRelation: relation }, translate)).toBeNull();
    },
  );

  it.each([
    { signature: { kind: "unsigned" }, words: null },
    { signature: { kind: "unchecked" }, words: "Signed; the signature is not checked here" },
    { signature: { kind: "invalid" }, words: null },
    {
      signature: { kind: "signed", addresses: ["ann@example.org", "a@example.net"] },
      words: "Signed by ann@example.org, a@example.net",
    },
  ] as const)("tells of a signature that is $signature.kind", ({ signature, words }) => {
    expect(signatureWords(signature, translate)).toBe(words);
  });

  it("has nothing to say of no sender", () => {
    expect(senderWords({ sender: null, senderRelation: "stranger" }, translate)).toBeNull();
  });

  it.each([
    { matchedBy: "exact", words: "Invited as team@example.org" },
    { matchedBy: "alias", words: "Invited as team@example.org, which is an alias of yours" },
    { matchedBy: "plus-tag", words: "with a tag" },
    { matchedBy: "gmail-dots", words: "other dots" },
    { matchedBy: "idn", words: "another form" },
    { matchedBy: "email-parameter", words: "your address beside it" },
    { matchedBy: "sent-by", words: "for whom you act" },
    { matchedBy: "delivered-to", words: "was delivered to you" },
    { matchedBy: "recipient", words: "you answer as team@example.org" },
  ] as const)("says how the match was made: $matchedBy", ({ matchedBy, words }) => {
    const standing = { me: "team@example.org", matchedBy, role: "attendee" } as const;

    expect(matchWords(standing, translate)).toContain(words);
  });

  it.each([
    { role: "organizer", words: "You organize this event." },
    { role: "bystander", words: "You are not named in this invitation." },
  ] as const)("says what the $role is", ({ role, words }) => {
    expect(matchWords({ me: null, matchedBy: null, role }, translate)).toContain(words);
  });

  it.each([
    { partstat: "ACCEPTED", words: "You accepted (9:00)." },
    { partstat: "DECLINED", words: "You declined (9:00)." },
    { partstat: "TENTATIVE", words: "You accepted tentatively (9:00)." },
    { partstat: "NEEDS-ACTION", words: "You kept it without an answer (9:00)." },
  ])("says what the user answered: $partstat", ({ partstat, words }) => {
    expect(answeredWords({ partstat, at: NOW }, reader())).toBe(words);
  });

  it("says that the user has not answered", () => {
    expect(answeredWords(null, reader())).toBe("You have not answered yet.");
    expect(partstatWords(null, translate)).toBe("No answer yet");
  });

  it("counts answers, the good ones first", () => {
    const attendees = ["NEEDS-ACTION", "ACCEPTED", "X-LATE", "DECLINED", "ACCEPTED"].map(
      (partstat) => ({ partstat }),
    );

    expect(attendeesWords(attendees, reader())).toBe("2 accepted, 1 declined, 2 not answered");
  });
});

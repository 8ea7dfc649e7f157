import { describe, expect, it } from "vitest";

import { senderWords } from "../../src/core/words/people-words.ts";
import { BOSS, calendarOf, ME } from "../core/rules/rule-tester.ts";
import { reader } from "../core/words/english.ts";
import { receive, sentences, Stage, type Attack } from "./stage.ts";

const MY_SERVER = "mx.example.org";
const FAILED = `Authentication-Results: ${MY_SERVER}; dmarc=fail header.from=example.com`;
const PASSED = "Authentication-Results: mx.attacker.example; dmarc=pass header.from=example.com";

describe("who vouches for the sender", () => {
  it("A17 a message that the user's own server could not verify is unconfirmed", async () => {
    const stage = new Stage({ authserv: MY_SERVER });
    const event = ["ATTACH;FILENAME=invoice.pdf.exe:https://example.com/invoice.pdf.exe"];
    const received = await stage.receive({ fields: [FAILED], event });

    expect(received).toMatchObject({ verdict: "caution", applied: false });
    expect(received.broken).toEqual([
      "attachments-not-executable: warning",
      "authentication-passed: warning",
      "sender-is-organizer: warning",
    ]);
  });

  it.each([
    ["no server is believed", null, [FAILED]],
    ["another server says it", "mx.example.net", [FAILED]],
    ["a field of the sender's stands below", MY_SERVER, [PASSED]],
  ])("A17 nothing is concluded where %s", async (_, authserv, fields) => {
    const received = await new Stage({ authserv }).receive({ fields });

    expect(received.inspected.situation.authentication).toBe("unknown");
    expect(received).toMatchObject({ verdict: "ok", applied: true });
  });

  it("A17 a pass that the sender wrote does not outweigh the server's own fail", async () => {
    const received = await new Stage({ authserv: MY_SERVER }).receive({
      fields: [FAILED, PASSED.replace("mx.attacker.example", MY_SERVER)],
    });

    expect(received.inspected.situation.authentication).toBe("fail");
  });

  it("A18 a service's genuine mail is not more than sent through it, by whoever used it", async () => {
    const lure = "DESCRIPTION:Your invoice: https://attacker.example@evil.example/pay";
    const received = await receive({
      from: "Google Calendar <calendar-notification@google.com>",
      fields: ["Reply-To: Eve <eve@gmail.example>"],
      event: ["ORGANIZER;CN=Eve:mailto:eve@gmail.example", lure],
    });

    expect(received.card.senderRelation).toBe("service");
    expect(senderWords(received.card, reader().translate)).toBe(
      "Sent by the calendar service Google Calendar <calendar-notification@google.com> for the organizer",
    );
    expect(received.card.organizer?.address).toBe("eve@gmail.example");
    expect(received.broken).toEqual(["meeting-link-genuine: warning"]);
  });

  it("A18 a service's address that names nobody to answer speaks for nobody", async () => {
    const received = await receive({ from: "calendar-notification@google.com" });

    expect(received.broken).toContain("sender-is-organizer: warning");
    expect(received.applied).toBe(false);
  });

  it("A56 a forwarded invitation is its outer sender's, and the inner From is told apart", async () => {
    const inner = [`From: Boss <${BOSS}>`, "Subject: Budget", ...calendarHeader(), "", calendar()];
    const received = await receive({
      from: "Eve <eve@attacker.example>",
      fields: ['Content-Type: multipart/mixed; boundary="b"'],
      partFields: ["Content-Type: message/rfc822", "Content-Transfer-Encoding: 8bit"],
      body: `${inner.join("\r\n")}\r\n`,
    });

    expect(received.card.sender?.address).toBe("eve@attacker.example");
    expect(received.card.senderRelation).toBe("forward");
    expect(received.card.forwardedFrom?.address).toBe(BOSS);
    expect(received.noted).toEqual(
      expect.arrayContaining(["not-forwarded", "sender-is-organizer"]),
    );
    expect(received.broken).toEqual(["answer-goes-to-sender: warning"]);
  });
});

function calendar(): string {
  return calendarOf({ name: "" });
}

function calendarHeader(): readonly string[] {
  return ["MIME-Version: 1.0", "Content-Type: text/calendar; charset=UTF-8; method=REQUEST"];
}

describe("a message that says two things", () => {
  it("A19 of two METHODs the property acts, and the contradiction is an error", async () => {
    const stage = new Stage();
    await stage.receive({ id: "genuine" });
    const partFields = ["Content-Type: text/calendar; charset=UTF-8; method=REQUEST"];
    const attack: Attack = { id: "two", method: "CANCEL", partFields };
    const received = await stage.receive(attack);

    expect(received.card.method).toBe("CANCEL");
    expect(received).toMatchObject({ state: "cancelled", verdict: "danger" });
    expect(received.broken).toContain("method-parameter-matches: error");
    expect(sentences(received, "method-parameter-matches")[0]).toMatch(/REQUEST.*CANCEL/);
  });

  it("A20 of two copies that differ the first acts, and the difference is named", async () => {
    const other = calendar().replace("SUMMARY", "URL:https://attacker.example/\r\nSUMMARY");
    const received = await receive({ body: withCopy(other) });

    expect(received.inspection.invitations).toHaveLength(1);
    expect(received.verdict).toBe("caution");
    expect(received.broken).toEqual(["copies-agree: warning"]);
    expect(sentences(received, "copies-agree")[0]).toContain("URL");
    expect(received.card.part).toBe("2");
  });

  it("A21 a text that names another meeting than the invitation's link is held against it", async () => {
    const message = await receive({
      body: withText("Join on https://zoom.us/j/1234567890 at ten."),
      event: ["LOCATION:https://attacker.example/j/1"],
    });
    const invitation = await receive({
      event: ["LOCATION:https://attacker.example/j/1"],
      fields: [],
    });

    expect(invitation.broken).toEqual([]);
    expect(message.broken).toEqual(["links-match-text: warning"]);
    expect(sentences(message, "links-match-text")[0]).toMatch(/zoom\.us.*attacker\.example/);
  });

  function withCopy(copy: string): string {
    const header = "Content-Type: application/ics; name=invite.ics";
    return `${calendar()}--b\r\n${header}\r\n\r\n${copy}`;
  }

  function withText(text: string): string {
    const event = calendarOf({ name: "", event: ["LOCATION:https://attacker.example/j/1"] });
    return `${event}--b\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<p>${text}</p>\r\n`;
  }
});

describe("what an answer gives away", () => {
  it.each([
    ["UID", `UID:${ME}-1`],
    ["UID in base64", `UID:x.${btoa(ME)}`],
    ["link", `URL:https://attacker.example/?r=${ME.replace("@", "%40")}`],
    ["link in base64", `URL:https://attacker.example/${btoa(ME)}`],
  ])("A16 a %s that holds the user's address is pointed out", async (_, line) => {
    const received = await receive({ event: [line] });

    expect(received.noted).toContain("links-match-text");
    expect(sentences(received, "links-match-text")[0]).toContain("holds your address");
  });

  it("A15 an unknown sender can be passed over without a word to him", async () => {
    const received = await receive({ from: "Spam <spam@attacker.example>" });

    expect(received.inspected.actions).toContain("ignore");
  });
});

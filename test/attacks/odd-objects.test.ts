import { describe, expect, it } from "vitest";

import { BOSS, calendarOf, ME, messageOf } from "../core/rules/rule-tester.ts";
import { bytesOf, receive, sentences, Stage, type Attack } from "./stage.ts";

describe("values that are none", () => {
  it.each(["HEBREW", "CHINESE"])("A51 CALSCALE:%s is said not to be understood", async (scale) => {
    const body = calendarOf({ name: "" }).replace("METHOD", `CALSCALE:${scale}\r\nMETHOD`);
    const received = await receive({ body });

    expect(received.verdict).toBe("caution");
    expect(received.broken).toEqual(["calendar-gregorian: warning"]);
  });

  it("A51 RSCALE is said not to be understood, and nothing is counted by it", async () => {
    const received = await receive({ event: ["RRULE:RSCALE=HEBREW;FREQ=YEARLY;COUNT=4"] });

    expect(received.broken).toContain("calendar-gregorian: warning");
  });

  it("A52 what has no UID cannot be answered", async () => {
    const received = await receive({ event: ["UID"] });

    expect(received).toMatchObject({ verdict: "unusable", applied: false });
    expect(received.broken).toContain("uid-present: error");
    expect(received.inspected.actions).toEqual(["ignore"]);
    expect(received.inspected.fact).toBeNull();
  });

  it("A52 a UID or PRODID that looks like a template's is no reason to doubt", async () => {
    expect(await receive({ event: ["UID:1@example.com"] })).toMatchObject({ verdict: "ok" });
  });
});

describe("charsets that lie", () => {
  const ascii = (text: string): readonly number[] =>
    Array.from(text, (character) => character.charCodeAt(0));
  const encodeUtf16 = (text: string): readonly number[] => [
    ...[0xff, 0xfe],
    ...ascii(text).flatMap((code) => [code & 0xff, code >> 8]),
  ];

  function message(charset: string, body: readonly number[]): Uint8Array {
    const partFields = [`Content-Type: text/calendar; charset=${charset}; method=REQUEST`];
    const [head = "", tail = ""] = messageOf({ name: "", partFields, body: "@@" }).split("@@");
    return Uint8Array.from([...ascii(head), ...body, ...ascii(tail)]);
  }

  it.each([
    ["UTF-16 declared as UTF-16", "UTF-16", encodeUtf16],
    ["UTF-16 declared as UTF-8", "UTF-8", encodeUtf16],
    [
      "a byte order mark before UTF-8",
      "UTF-8",
      (text: string) => [0xef, 0xbb, 0xbf, ...ascii(text)],
    ],
  ])("A53 %s is read", async (_, charset, encode) => {
    const received = await receive(message(charset, encode(calendarOf({ name: "" }))));

    expect(received.card).toMatchObject({ state: "new", method: "REQUEST", summary: "Budget" });
  });

  it.each([
    ["UTF-7", "utf-7", "SUMMARY:Budget", "SUMMARY:+AEIAdQBkAGcAZQB0-", "+AEIAdQBkAGcAZQB0-"],
    ["an unknown charset", "x-nonsense", "SUMMARY:Budget", "SUMMARY:Bud", "Bud"],
  ])("A53 %s is not decoded into something else", async (_, charset, old, line, summary) => {
    const body = calendarOf({ name: "" }).replace(old, line);
    const received = await receive(message(charset, ascii(body)));

    expect(received.card.summary).toBe(summary);
  });

  it("A53 octets that are not of the declared charset are an error", async () => {
    const body = calendarOf({ name: "" }).replace("Budget", "Caf\xe9");
    const received = await receive(message("UTF-8", ascii(body)));

    expect(received.broken).toContain("encoding-valid: error");
    expect(received.verdict).toBe("caution");
  });

  it("A53 a NUL ends nothing, and is an error", async () => {
    const received = await receive({ event: ["SUMMARY:Bud\0get", "X-A\0:1"] });

    expect(received.broken).toContain("calendar-parses: error");
    expect(received.card).toMatchObject({ method: "REQUEST", replyTo: BOSS });
  });

  it("A53 a soft line break within a name makes no other property", async () => {
    const body = calendarOf({ name: "" }).replace("ORGANIZER", "ORG=\r\nANIZER");
    const received = await receive({
      partFields: ["Content-Transfer-Encoding: quoted-printable"],
      body: body.replace(/=(?!\r\n)/g, "=3D"),
    });

    expect(received.card.replyTo).toBe(BOSS);
  });
});

describe("METHODs that nobody expects", () => {
  it.each([
    ["PUBLISH", "published", ["record", "ignore"]],
    ["ADD", "unknown-event", ["refresh", "ignore"]],
    ["REFRESH", "unknown-event", ["ignore"]],
    ["DECLINECOUNTER", "unknown-event", ["refresh", "ignore"]],
    ["COUNTER", "unknown-event", ["ignore"]],
    ["REPLY", "unknown-event", ["ignore"]],
    ["CANCEL", "unknown-event", ["refresh", "ignore"]],
    ["X-DROP-TABLE", "unusable", ["ignore"]],
    ["", "unusable", ["ignore"]],
  ])("A54 METHOD:%s out of the blue is %s, and nothing happens by itself", async (...expected) => {
    const [method, state, actions] = expected;
    const partFields = ["Content-Type: text/calendar; charset=UTF-8; method=X"];
    const received = await receive(
      method === "" ? { method: null, partFields } : { method, event: REPLY_LIKE },
    );

    expect(received.state).toBe(state);
    expect(received.inspected.actions).toEqual(actions);
    expect(received.applied).toBe(method === "PUBLISH");
  });

  const REPLY_LIKE = ["RECURRENCE-ID"];

  it.each(["VJOURNAL", "VFREEBUSY", "VAVAILABILITY", "X-EVENT"])(
    "A55 a request for a %s discloses nothing",
    async (component) => {
      const received = await receive({
        body: calendarOf({ name: "" }).replaceAll("VEVENT", component),
      });

      expect(received.inspected.actions).toEqual(["ignore"]);
      expect(received.broken.join()).toMatch(/component-supported|calendar-parses|method-known/);
    },
  );
});

describe("messages out of their time", () => {
  const GENUINE: Attack = { id: "1" };

  it("A57 a genuine invitation sent once more is a repetition, and asks for no new answer", async () => {
    const stage = new Stage();
    const first = await stage.receive(GENUINE);
    stage.decide(first, "ACCEPTED");
    const again = await stage.receive({ id: "2" });

    expect(again).toMatchObject({ state: "duplicate", applied: false });
    expect(again.noted).toContain("not-duplicate");
    expect(again.inspected.answerNeeded).toBe(false);
    expect(again.card.answered?.partstat).toBe("ACCEPTED");
  });

  it("A57 a replayed old version is outdated, and names the newer one", async () => {
    const stage = new Stage();
    await stage.receive({ id: "new", event: ["SEQUENCE:1"] });
    const replayed = await stage.receive({ id: "replayed" });

    expect(replayed).toMatchObject({ state: "stale", verdict: "danger", applied: false });
    expect(replayed.broken).toContain("sequence-not-older: error");
    expect(replayed.card.knownVersion?.headerMessageId).toBe("new@example.net");
    expect(replayed.card.confirm).toEqual(["stale"]);
  });

  it("A57 messages of one event may arrive in any order", async () => {
    const messages = [GENUINE, { id: "2", event: ["SEQUENCE:1"] }, { id: "3", method: "CANCEL" }];
    const states = new Set<string>();
    for (const order of [messages, messages.toReversed()]) {
      const stage = new Stage();
      for (const message of order) {
        await stage.receive(message);
      }
      const opened = await Promise.all(messages.map((message) => stage.open(message)));
      states.add(opened.map(({ state }) => state).join(" "));
    }

    expect([...states]).toEqual(["stale update stale"]);
  });
});

it("the user of these messages is invited by name", async () => {
  const received = await receive(bytesOf({}));

  expect(received.card.me).toBe(ME);
  expect(sentences(received, "attendee-is-you")).toEqual([]);
});

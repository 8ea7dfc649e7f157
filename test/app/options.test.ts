import { describe, expect, it, vi } from "vitest";
import {
  changeSetting,
  exportLedger,
  forgetEvents,
  importLedger,
  offerAuthserv,
  previewImport,
  readOptions,
  resetSettings,
  takeOver,
  type OptionsWorld,
} from "../../src/app/options.ts";
import { DEFAULTS } from "../../src/app/settings.ts";
import type { Calendars, Identity } from "../../src/app/ports.ts";
import type { Decision, Memory } from "../../src/core/itip/fact.ts";
import { mergeMemories, printLedger } from "../../src/core/itip/ledger.ts";
import { calendar } from "./memory-calendars.ts";

const DECISION: Decision = {
  uid: "one",
  organizer: "boss@example.org",
  recurrenceId: "",
  source: "one@example.org",
  sequence: 1,
  dtstamp: null,
  partstat: "ACCEPTED",
  attendee: "me@example.org",
  at: 1_700_000_100_000,
};

function memoryOf(uid: string, partstat = "ACCEPTED"): Memory {
  return { facts: [], decisions: [{ ...DECISION, uid, partstat }] };
}

function identity(id: string, email: string): Identity {
  return { id, email, name: "Mia Example", accountId: "account1" };
}

interface Contents {
  readonly stored?: Record<string, unknown>;
  readonly managed?: Record<string, unknown>;
  readonly events?: readonly (readonly [string, Memory])[];
  /** Bytes of the messages in the inboxes, the newest first; null: cannot be read. */
  readonly inbox?: readonly (string | null)[];
}

/** A world in memory. */
function worldWith({ stored = {}, managed = {}, events = [], inbox = [] }: Contents): OptionsWorld {
  const kept = new Map<string, unknown>(Object.entries(stored));
  const ledger = new Map(events);
  return {
    sendsAtOnce: false,
    hidesBuiltInBar: false,
    calendars: () => Promise.resolve(null),
    granted: () => Promise.resolve(new Set(["messagesUpdate", "notifications"])),
    twin: {
      isAtWork: () => Promise.resolve(false),
      isResting: () => Promise.resolve(false),
      readLedger: () => Promise.resolve(null),
    },
    identities: {
      list: () =>
        Promise.resolve([
          identity("id1", "me@example.org"),
          identity("id2", "work@example.org"),
          identity("id3", "me@example.org"),
        ]),
    },
    store: {
      read: () => Promise.resolve({ stored: Object.fromEntries(kept), managed }),
      write(values) {
        Object.entries(values).forEach(([name, value]) => kept.set(name, value));
        return Promise.resolve();
      },
      remove(names) {
        names.forEach((name) => kept.delete(name));
        return Promise.resolve();
      },
    },
    archive: {
      uids: () => Promise.resolve([]),
      count: () => Promise.resolve(ledger.size),
      all: () => Promise.resolve(new Map(ledger)),
      merge(more) {
        for (const [uid, memory] of more) {
          ledger.set(uid, mergeMemories(ledger.get(uid) ?? { facts: [], decisions: [] }, memory));
        }
        return Promise.resolve();
      },
      clear() {
        ledger.clear();
        return Promise.resolve();
      },
      forget(uid) {
        ledger.delete(uid);
        return Promise.resolve();
      },
      fold: () => Promise.resolve(0),
      find: () => Promise.resolve([]),
    },
    index: { keepOnly: () => Promise.resolve() },
    inboxes: {
      newest: (count) => Promise.resolve(inbox.map((_, index) => index).slice(0, count)),
    },
    mailbox: {
      readRaw(messageId) {
        const text = inbox[messageId] ?? null;
        return text === null
          ? Promise.reject(new Error("not downloaded"))
          : Promise.resolve(new TextEncoder().encode(text));
      },
      readDecrypted: () => Promise.reject(new Error("unexpected")),
      read: () => Promise.reject(new Error("unexpected")),
      readDisplayed: () => Promise.reject(new Error("unexpected")),
      find: () => Promise.resolve([]),
    },
  };
}

function mailFrom(...servers: readonly string[]): string {
  const fields = servers.map((server) => `Authentication-Results: ${server}; dkim=pass\r\n`);
  return `${fields.join("")}From: ann@example.org\r\n\r\nHello\r\n`;
}

describe("the settings on the page", () => {
  it("are those that hold, with each own address once", async () => {
    const world = worldWith({
      stored: { attachCopy: true },
      managed: { authserv: "mx.example.org" },
      events: [["one", memoryOf("one")]],
    });

    expect(await readOptions(world)).toEqual({
      settings: { ...DEFAULTS, authserv: "mx.example.org", attachCopy: true },
      locked: ["authserv"],
      missing: { tagAnswered: ["messagesTags"] },
      twin: null,
      own: ["me@example.org", "work@example.org"],
      identities: [
        { id: "id1", email: "me@example.org" },
        { id: "id2", email: "work@example.org" },
        { id: "id3", email: "me@example.org" },
      ],
      calendars: null,
      sendsAtOnce: false,
      hidesBuiltInBar: false,
      events: 1,
    });
  });

  it("name the calendars that an event can go into", async () => {
    const calendars = [
      calendar("home", { name: "Home" }),
      calendar("holidays", { isReadOnly: true }),
      calendar("off", { isDisabled: true }),
    ];
    const list = (): Promise<typeof calendars> => Promise.resolve(calendars);
    const reached = { list } as unknown as Calendars;
    const world = { ...worldWith({}), calendars: () => Promise.resolve(reached) };

    expect((await readOptions(world)).calendars).toEqual([
      { id: "home", name: "Home", color: "#3366cc" },
    ]);
  });

  it("are shown anew once a change is stored", async () => {
    const world = worldWith({});
    const result = await changeSetting({ setting: "aliases", add: "team@example.org" }, world);

    expect(result).toMatchObject({
      kind: "saved",
      options: { settings: { aliases: ["team@example.org"] } },
    });
    expect(await readOptions(world)).toMatchObject({ settings: { aliases: ["team@example.org"] } });
  });

  it("stay where a change is refused", async () => {
    const world = worldWith({});

    expect(await changeSetting({ setting: "aliases", add: "work@example.org" }, world)).toEqual({
      kind: "refused",
      because: "already-yours",
    });
    expect(await readOptions(world)).toMatchObject({ settings: { aliases: [] } });
  });

  it("are the defaults after a reset, but for what an administrator set", async () => {
    const world = worldWith({
      stored: { attachCopy: true, aliases: ["team@example.org"] },
      managed: { authserv: "mx.example.org" },
    });

    expect((await resetSettings(world)).settings).toEqual({
      ...DEFAULTS,
      authserv: "mx.example.org",
    });
  });
});

describe("the offer of a server to trust", () => {
  it("counts the topmost one of each message, whatever its case", async () => {
    const inbox = [
      mailFrom("MX.example.org", "forged.example.net"),
      mailFrom("other.example.org"),
      mailFrom("mx.example.org"),
      mailFrom(),
      "Authentication-Results: spf=pass smtp.mailfrom=example.org\r\n\r\n",
    ];

    expect(await offerAuthserv(worldWith({ inbox }))).toEqual([
      { id: "mx.example.org", messages: 2 },
      { id: "other.example.org", messages: 1 },
    ]);
  });

  it("passes over a message that cannot be read", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const inbox = [null, mailFrom("mx.example.org")];

    expect(await offerAuthserv(worldWith({ inbox }))).toEqual([
      { id: "mx.example.org", messages: 1 },
    ]);
  });

  it("looks at twenty messages", async () => {
    const inbox = Array.from({ length: 50 }, () => mailFrom("mx.example.org"));

    expect(await offerAuthserv(worldWith({ inbox }))).toEqual([
      { id: "mx.example.org", messages: 20 },
    ]);
  });
});

describe("the record as a file", () => {
  const file = printLedger(
    new Map([
      ["known", memoryOf("known")],
      ["answered", memoryOf("answered", "DECLINED")],
      ["new", memoryOf("new")],
    ]),
  );

  function worldThatKnowsTwo(): OptionsWorld {
    return worldWith({
      events: [
        ["known", memoryOf("known")],
        ["answered", memoryOf("answered")],
      ],
    });
  }

  const counts = { kind: "readable", events: 3, added: 1, completed: 1 };

  it("tells what it would bring, and brings nothing yet", async () => {
    const world = worldThatKnowsTwo();

    expect(await previewImport(file, world)).toEqual(counts);
    expect(await world.archive.count()).toBe(2);
  });

  it("adds to what is known", async () => {
    const world = worldThatKnowsTwo();

    expect(await importLedger(file, world)).toEqual(counts);
    expect((await world.archive.all()).get("answered")?.decisions).toHaveLength(2);
    expect(await previewImport(file, world)).toEqual({ ...counts, added: 0, completed: 0 });
  });

  it("comes back from its own export", async () => {
    const text = await exportLedger(worldThatKnowsTwo());
    const world = worldWith({});
    await importLedger(text, world);

    expect(await exportLedger(world)).toBe(text);
  });

  it.each([
    { text: "no ledger", because: "not-json" },
    { text: '{"version": 1}', because: "not-a-ledger" },
    { text: '{"version": 7, "events": []}', because: "newer-version" },
  ])("is refused: $text", async ({ text, because }) => {
    const world = worldThatKnowsTwo();

    expect(await importLedger(text, world)).toEqual({ kind: "unreadable", because });
    expect(await world.archive.count()).toBe(2);
  });

  it("is empty after everything was forgotten", async () => {
    const world = worldThatKnowsTwo();
    await forgetEvents(world);

    expect(await exportLedger(world)).toBe(printLedger(new Map()));
  });
});

describe("the other edition", () => {
  const known = printLedger(new Map([["two", memoryOf("two")]]));

  function withTwin(twin: Partial<OptionsWorld["twin"]>): OptionsWorld {
    const world = worldWith({ events: [["one", memoryOf("one")]] });
    return { ...world, twin: { ...world.twin, ...twin } };
  }

  it("is said to be there", async () => {
    const yes = (): Promise<boolean> => Promise.resolve(true);

    expect((await readOptions(withTwin({ isAtWork: yes }))).twin).toBe("at-work");
    expect((await readOptions(withTwin({ isResting: yes }))).twin).toBe("resting");
  });

  it("gives what it knows, and nothing of what is known here goes", async () => {
    const world = withTwin({ readLedger: () => Promise.resolve(known) });

    expect(await takeOver(world)).toMatchObject({ kind: "readable", events: 1, added: 1 });
    expect([...(await world.archive.all()).keys()]).toEqual(["one", "two"]);
  });

  it("can be gone meanwhile", async () => {
    expect(await takeOver(withTwin({}))).toBeNull();
  });
});

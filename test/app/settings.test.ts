import { describe, expect, it } from "vitest";
import {
  DEFAULTS,
  judgeChange,
  MAX_ALIASES,
  readSettings,
  resolveSettings,
  type SettingsChange,
} from "../../src/app/settings.ts";
import { MAX_TEMPLATES } from "../../src/app/templates.ts";

const OWN = ["me@example.org"];

interface Case {
  readonly name: string;
  readonly stored?: Readonly<Record<string, unknown>>;
  readonly managed?: Readonly<Record<string, unknown>>;
  readonly settings: object;
  readonly locked?: readonly string[];
}

const CASES: readonly Case[] = [
  { name: "nothing was chosen", settings: {} },
  {
    name: "the user chose everything",
    stored: { aliases: ["team@example.org"], authserv: "mx.example.org", attachCopy: true },
    settings: { aliases: ["team@example.org"], authserv: "mx.example.org", attachCopy: true },
  },
  {
    name: "an administrator set one",
    stored: { authserv: "mx.example.net", attachCopy: true },
    managed: { authserv: "mx.example.org" },
    settings: { authserv: "mx.example.org", attachCopy: true },
    locked: ["authserv"],
  },
  {
    name: "an administrator forbids to trust any server",
    stored: { authserv: "mx.example.net" },
    managed: { authserv: null },
    settings: { authserv: null },
    locked: ["authserv"],
  },
  {
    name: "values are of the wrong kind",
    stored: { aliases: "team@example.org", authserv: 1, attachCopy: "yes" },
    settings: {},
  },
  {
    name: "an administrator's value is of the wrong kind",
    stored: { attachCopy: true },
    managed: { attachCopy: "no", authserv: "two words" },
    settings: { attachCopy: true },
  },
  {
    name: "some of the addresses are none",
    stored: {
      aliases: ["team@example.org", 1, null, "nobody", "a@b\r\nBcc: c@d", "TEAM@example.org"],
    },
    settings: { aliases: ["team@example.org"] },
  },
  {
    name: "some of the addresses that answer for another are none",
    stored: { aliasIdentities: { "a@example.org": "me@example.org", nobody: "me@example.org" } },
    settings: { aliasIdentities: { "a@example.org": "me@example.org" } },
  },
  {
    name: "some of the sentences are none, or stand there twice",
    stored: { templates: [" Late. ", 1, "", "  ", "Late.", "x".repeat(501), "Sorry"] },
    settings: { templates: ["Late.", "Sorry"] },
  },
  {
    name: "answers leave at once, or after a minute",
    stored: { undoSeconds: 60 },
    managed: { undoSeconds: 0 },
    settings: { undoSeconds: 0 },
    locked: ["undoSeconds"],
  },
  {
    name: "the time to take an answer back is none",
    stored: { undoSeconds: 61 },
    managed: { undoSeconds: -1 },
    settings: {},
  },
  {
    name: "the time to take an answer back is no number of seconds",
    stored: { undoSeconds: "5" },
    managed: { undoSeconds: 2.5 },
    settings: {},
  },
  {
    name: "an administrator gives sentences and a language",
    stored: { templates: ["Mine"], replyLanguage: "user" },
    managed: { templates: ["Ours"], replyLanguage: "invitation" },
    settings: { templates: ["Ours"], replyLanguage: "invitation" },
    locked: ["templates", "replyLanguage"],
  },
  {
    name: "sentences and language are of the wrong kind",
    stored: { templates: "Late.", replyLanguage: "de" },
    settings: {},
  },
  {
    name: "there is something else in the store",
    stored: { toString: 1, colour: "red" },
    settings: {},
  },
];

describe("what holds", () => {
  it.each(CASES)("where $name", ({ stored = {}, managed = {}, settings, locked = [] }) => {
    expect(resolveSettings({ stored, managed })).toEqual({
      settings: { ...DEFAULTS, ...settings },
      locked,
    });
  });

  it("is nothing that trusts or sends more than needed, by default", () => {
    expect(DEFAULTS).toMatchObject({ aliases: [], authserv: null, attachCopy: false });
  });

  it("is no endless list of addresses", () => {
    const aliases = Array.from({ length: 500 }, (_, index) => `a${index}@example.org`);

    expect(resolveSettings({ stored: { aliases }, managed: {} }).settings.aliases).toHaveLength(
      MAX_ALIASES,
    );
  });

  it("is read from the store each time", async () => {
    const store = {
      read: () => Promise.resolve({ stored: { attachCopy: true }, managed: {} }),
      write: () => Promise.reject(new Error("unexpected")),
      remove: () => Promise.reject(new Error("unexpected")),
    };

    expect(await readSettings(store)).toEqual({ ...DEFAULTS, attachCopy: true });
  });
});

const SAVED: readonly (readonly [SettingsChange, object])[] = [
  [
    { setting: "aliases", add: " team@example.org " },
    { aliases: ["old@example.org", "team@example.org"] },
  ],
  [
    { setting: "aliases", add: "jörg@bücher.example" },
    { aliases: ["old@example.org", "jörg@bücher.example"] },
  ],
  [
    { setting: "aliases", remove: "old@example.org" },
    { aliases: [], aliasIdentities: {} },
  ],
  [
    { setting: "aliases", remove: "unknown@example.org" },
    { aliases: ["old@example.org"], aliasIdentities: { "old@example.org": "me@example.org" } },
  ],
  [
    { setting: "aliasIdentities", alias: "OLD@example.org", identity: "work@example.org" },
    { aliasIdentities: { "OLD@example.org": "work@example.org" } },
  ],
  [
    { setting: "aliasIdentities", alias: "old@example.org", identity: null },
    { aliasIdentities: {} },
  ],
  [{ setting: "authserv", id: " mx.example.org " }, { authserv: "mx.example.org" }],
  [{ setting: "authserv", id: "  " }, { authserv: null }],
  [{ setting: "undoSeconds", seconds: 0 }, { undoSeconds: 0 }],
  [{ setting: "undoSeconds", seconds: 60 }, { undoSeconds: 60 }],
  [{ setting: "askBeforeSending", on: true }, { askBeforeSending: true }],
  [{ setting: "alwaysEdit", on: false }, { alwaysEdit: false }],
  [{ setting: "attachCopy", on: true }, { attachCopy: true }],
  [{ setting: "attachCopy", on: false }, { attachCopy: false }],
  [{ setting: "templates", add: " Late. \n" }, { templates: ["Sorry", "Late."] }],
  [{ setting: "templates", remove: "Sorry" }, { templates: [] }],
  [{ setting: "replyLanguage", to: "invitation" }, { replyLanguage: "invitation" }],
  [{ setting: "declinedEvents", to: "remove" }, { declinedEvents: "remove" }],
  [{ setting: "cancelledEvents", to: "remove" }, { cancelledEvents: "remove" }],
  [
    { setting: "calendars", identity: "id1", calendar: "work" },
    { calendars: { id2: "home", id1: "work" } },
  ],
  [{ setting: "calendars", identity: "id2", calendar: "none" }, { calendars: { id2: "none" } }],
  [{ setting: "calendars", identity: "id2", calendar: null }, { calendars: {} }],
];

const REFUSED: readonly (readonly [SettingsChange, string])[] = [
  [{ setting: "aliases", add: "" }, "not-an-address"],
  [{ setting: "aliases", add: "team" }, "not-an-address"],
  [{ setting: "aliases", add: "Team <team@example.org>" }, "not-an-address"],
  [{ setting: "aliases", add: "a@example.org, b@example.org" }, "not-an-address"],
  [{ setting: "aliases", add: "a@example.org\nb@example.org" }, "not-an-address"],
  [{ setting: "aliases", add: "ME@example.org" }, "already-yours"],
  [{ setting: "aliases", add: "Old@Example.org" }, "already-yours"],
  [{ setting: "authserv", id: "mx example" }, "not-a-server"],
  [{ setting: "authserv", id: "mx.example.org; dkim=pass" }, "not-a-server"],
  [{ setting: "authserv", id: "spf=pass" }, "not-a-server"],
  [{ setting: "undoSeconds", seconds: 61 }, "not-seconds"],
  [{ setting: "undoSeconds", seconds: Number.NaN }, "not-seconds"],
  [{ setting: "templates", add: "  " }, "empty"],
  [{ setting: "templates", add: "Sorry " }, "already-there"],
  [{ setting: "templates", add: "x".repeat(501) }, "too-long"],
];

describe("a change", () => {
  const settings = {
    ...DEFAULTS,
    aliases: ["old@example.org"],
    aliasIdentities: { "old@example.org": "me@example.org" },
    templates: ["Sorry"],
    calendars: { id2: "home" },
  };
  const resolved = { settings, locked: [] };

  it.each(SAVED)("%j is stored", (change, values) => {
    expect(judgeChange(change, resolved, OWN)).toEqual({ kind: "values", values });
  });

  it.each(REFUSED)("%j is refused", (change, because) => {
    expect(judgeChange(change, resolved, OWN)).toEqual({ kind: "refused", because });
  });

  it.each(SAVED)("%j is refused where an administrator set it", (change) => {
    const locked = { ...resolved, locked: [change.setting] };

    expect(judgeChange(change, locked, OWN)).toEqual({ kind: "refused", because: "locked" });
  });

  it("adds no sentence to a full list", () => {
    const templates = Array.from({ length: MAX_TEMPLATES }, (_, index) => `Sentence ${index}`);
    const full = { settings: { ...DEFAULTS, templates }, locked: [] };

    expect(judgeChange({ setting: "templates", add: "One more" }, full, OWN)).toEqual({
      kind: "refused",
      because: "list-full",
    });
  });

  it("adds no address to a full list", () => {
    const aliases = Array.from({ length: MAX_ALIASES }, (_, index) => `a${index}@example.org`);
    const full = { settings: { ...DEFAULTS, aliases }, locked: [] };

    expect(judgeChange({ setting: "aliases", add: "b@example.org" }, full, OWN)).toEqual({
      kind: "refused",
      because: "too-many",
    });
  });
});

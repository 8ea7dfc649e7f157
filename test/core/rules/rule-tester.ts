import { describe, expect, it } from "vitest";
import {
  NOTHING_REMEMBERED,
  type Circumstances,
  type Remembered,
} from "../../../src/core/circumstances.ts";
import { concerns, readMessage } from "../../../src/core/inspect.ts";
import { MAX_INVITATIONS } from "../../../src/core/limits.ts";
import { readInvitations } from "../../../src/core/itip/read-invitations.ts";
import type { Signature } from "../../../src/core/people/signature.ts";
import type { RuleContext } from "../../../src/core/rules/context.ts";
import type { Report, Rule } from "../../../src/core/rules/rule.ts";
import { situate } from "../../../src/core/situate.ts";

export const ME = "me@example.org";
export const BOSS = "boss@example.com";
export const NOW = Date.UTC(2026, 10, 22, 12);

/** What a case changes in an otherwise sound REQUEST from BOSS to ME. */
export interface Case {
  readonly name: string;
  /** The whole message instead; each character of a string is one octet. */
  readonly message?: string | Uint8Array;
  /** Header fields of the message; they replace those of the same name. */
  readonly fields?: readonly string[];
  /** Header fields of the calendar part; they replace those of the same name. */
  readonly partFields?: readonly string[];
  /** METHOD and the parameter of that name; null leaves both out. */
  readonly method?: string | null;
  /** Content lines of the VEVENT; they replace those of the same name, a bare name takes them out. */
  readonly event?: readonly string[];
  /** Lines behind the VEVENT: other components. */
  readonly components?: readonly string[];
  /** The calendar part's body instead; each character is one octet. */
  readonly body?: string;
  readonly circumstances?: Partial<Omit<Circumstances, "recall">>;
  /** What ledger and calendars know of the event. */
  readonly remembered?: Remembered;
  /** By whom the calendar part is signed. */
  readonly signature?: Signature;
}

export interface BrokenCase extends Case {
  /** In the order of the message; severity and wording only where they are not the rule's own. */
  readonly reports: readonly Report[];
}

/** A table of messages that keep a rule, and of others that break it, with what is reported. */
export function testRule(
  rule: Rule,
  { valid, invalid }: { valid: readonly Case[]; invalid: readonly BrokenCase[] },
): void {
  describe(rule.id, () => {
    it.each(valid)("is kept: $name", (changes) => {
      expect(reportsOf(rule, changes)).toEqual([]);
    });

    it("says nothing where there is nothing", () => {
      expect(rule.check(NOTHING)).toEqual([]);
    });

    it.each(invalid)("is broken: $name", ({ reports, ...changes }) => {
      const found = reportsOf(rule, changes);
      expect(found).toEqual(reports);
      for (const { data = {} } of found) {
        expect(Object.keys(data)).toEqual(expect.arrayContaining([...rule.placeholders]));
      }
    });
  });
}

/** What a rule reports of a message: of it as a whole and of each of its invitations. */
export function reportsOf(rule: Rule, changes: Case): readonly Report[] {
  const contexts = contextsOf(changes);
  return contexts
    .filter((context) => concerns(rule, context))
    .flatMap((context) => rule.check(context));
}

/** The context of the message as a whole, then one for each of its invitations. */
export function contextsOf(changes: Case): readonly RuleContext[] {
  const circumstances = { ...CIRCUMSTANCES, ...changes.circumstances };
  const remembered = changes.remembered ?? NOTHING_REMEMBERED;
  const message = readMessage(octetsOf(changes.message ?? messageOf(changes)));
  const { now } = circumstances;
  const found = readInvitations(message.objects);
  return [
    { ...message, invitation: null, situation: null, now, invitationCount: found.length },
    ...found.slice(0, MAX_INVITATIONS).map((invitation) => {
      const setting = { message, remembered, signature: changes.signature ?? { kind: "unsigned" } };
      const { situation } = situate(setting, invitation, circumstances);
      return { ...message, invitation, situation, now, invitationCount: 1 };
    }),
  ];
}

const NOTHING: RuleContext = {
  mail: null,
  parts: [],
  objects: [],
  containers: [],
  texts: [],
  invitation: null,
  situation: null,
  invitationCount: 0,
  now: NOW,
};

const CIRCUMSTANCES: Circumstances = {
  now: NOW,
  addresses: { identities: [ME], aliases: [] },
  authserv: null,
  folder: "ordinary",
  verifySignature: () => Promise.resolve({ kind: "unchecked" }),
  recall: () => Promise.resolve(NOTHING_REMEMBERED),
};

function octetsOf(message: string | Uint8Array): Uint8Array {
  return typeof message === "string"
    ? Uint8Array.from(message, (character) => character.charCodeAt(0))
    : message;
}

/** The message of a case as a string in which each character is one octet. */
export function messageOf(changes: Case): string {
  const { method = "REQUEST", fields = [], partFields = [] } = changes;
  const parameter = method === null ? "" : `; method=${method}`;
  const header = [
    `From: Boss <${BOSS}>`,
    `To: ${ME}`,
    "Subject: Budget",
    "Date: Sun, 22 Nov 2026 12:00:00 +0000",
    "Message-ID: <1@example.com>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="b"',
  ];
  const partHeader = [
    `Content-Type: text/calendar; charset=UTF-8${parameter}`,
    "Content-Transfer-Encoding: 8bit",
  ];
  return [
    ...replaced(header, fields),
    "",
    "--b",
    "Content-Type: text/plain; charset=UTF-8",
    "",
    "You are invited.",
    "--b",
    ...replaced(partHeader, partFields),
    "",
    changes.body ?? calendarOf(changes),
    "--b--",
    "",
  ].join("\r\n");
}

/** The calendar object of a case, its lines ended by CRLF. */
export function calendarOf({ method = "REQUEST", event = [], components = [] }: Case): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//EN",
    ...(method === null ? [] : [`METHOD:${method}`]),
    "BEGIN:VEVENT",
    ...replaced(EVENT, event),
    "END:VEVENT",
    ...components,
    "END:VCALENDAR",
  ];
  return `${lines.join("\r\n")}\r\n`;
}

const EVENT: readonly string[] = [
  "UID:1@example.com",
  "DTSTAMP:20261122T115900Z",
  "SEQUENCE:0",
  "SUMMARY:Budget",
  "DTSTART:20261201T090000Z",
  "DTEND:20261201T100000Z",
  `ORGANIZER;CN=Boss:mailto:${BOSS}`,
  `ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${ME}`,
];

function replaced(lines: readonly string[], changes: readonly string[]): readonly string[] {
  const names = new Set(changes.map(nameOf));
  const isTakenOut = (line: string): boolean => nameOf(line) === line.toLowerCase();
  return [
    ...lines.filter((line) => !names.has(nameOf(line))),
    ...changes.filter((line) => !isTakenOut(line)),
  ];
}

function nameOf(line: string): string {
  return (/^[^:;]*/.exec(line)?.[0] ?? "").toLowerCase();
}

/** Where the first such text stands; each character is one octet. */
export function at(text: string, searched: string): { line: number; offset: number } {
  const offset = text.indexOf(searched);
  if (offset < 0) {
    throw new Error(`not there: ${searched}`);
  }
  return { offset, line: text.slice(0, offset).split(/\r\n|\r|\n/).length };
}

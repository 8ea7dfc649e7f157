import { readCalendarObject } from "../../src/core/calendar/read-calendar-object.ts";
import type { Circumstances } from "../../src/core/circumstances.ts";
import { inspect } from "../../src/core/inspect.ts";
import type { InspectedInvitation } from "../../src/core/inspection.ts";
import type { Fact, Memory } from "../../src/core/itip/fact.ts";
import { recallFrom, withDecision, withFact } from "../../src/core/itip/ledger.ts";
import { readInvitations } from "../../src/core/itip/read-invitations.ts";
import { bareCalendarPart } from "../../src/core/mail/calendar-parts.ts";
import { described } from "./described.ts";
import { objectOf, type Scenario, type Step } from "./scenario.ts";

export interface Played {
  /** Lines such as "invitation: state new", as the file has them and as they came true. */
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  readonly ledger: ReadonlyMap<string, Memory>;
}

/** Goes through a conversation: every message is inspected, then remembered. */
export async function play(scenario: Scenario): Promise<Played> {
  const ledger = new Map<string, Memory>();
  const circumstances = circumstancesOf(scenario, ledger);
  const messages = new Map<string, Uint8Array>();
  const expected: string[] = [];
  const actual: string[] = [];
  for (const step of scenario.steps) {
    const bytes = messages.get(step.name) ?? messageOf(scenario, step);
    messages.set(step.name, bytes);
    const { verdict, invitations } = await inspect(bytes, circumstances);
    const [inspected] = invitations;
    if (inspected === undefined) {
      throw new Error(`${step.name} holds no invitation`);
    }
    for (const [key, wanted] of Object.entries(step.expected)) {
      expected.push(`${step.kind} ${step.name}: ${key} ${wanted}`);
      const came = described(key, { inspected, verdict, wanted });
      actual.push(`${step.kind} ${step.name}: ${key} ${came}`);
    }
    settle(ledger, step, invitations);
  }
  return { expected, actual, ledger };
}

export function settle(
  ledger: Map<string, Memory>,
  { kind, rest }: Step,
  invitations: readonly InspectedInvitation[],
): void {
  for (const { fact, situation } of invitations) {
    if (fact === null || kind === "again") {
      continue;
    }
    const memory = withFact(recallFrom(ledger, fact.uid), fact);
    const [entry] = fact.entries;
    ledger.set(
      fact.uid,
      entry === undefined || kind === "receive" || kind === "open"
        ? memory
        : withDecision(memory, {
            uid: fact.uid,
            organizer: fact.organizer,
            recurrenceId: entry.recurrenceId,
            sequence: entry.sequence,
            dtstamp: entry.dtstamp,
            source: fact.source,
            partstat: kind === "answer" ? rest : null,
            attendee: kind === "answer" ? situation.me.address : null,
            at: fact.date ?? 0,
          }),
    );
  }
}

export function circumstancesOf(
  { me, aliases, authserv, now, calendar }: Scenario,
  ledger: ReadonlyMap<string, Memory>,
): Circumstances {
  const object = readCalendarObject(bareCalendarPart(new TextEncoder().encode(calendar)));
  const known = calendar === "" ? [] : readInvitations([object]);
  return {
    now,
    addresses: { identities: me, aliases },
    authserv,
    folder: "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    recall: (uid) =>
      Promise.resolve({
        memory: recallFrom(ledger, uid),
        calendar: known
          .filter((invitation) => invitation.uid === uid)
          .flatMap(({ main, instances }) => (main === null ? [] : [main, ...instances])),
      }),
  };
}

/** "REQUEST from boss@example.com on 2026-11-22T12:00:00Z", the date being the present by default. */
const RECEIVED = /^([\w-]+)(?: from (\S+))?(?: on (\S+))?$/;

export function messageOf({ event, me, now }: Scenario, step: Step): Uint8Array {
  const [, method = "", from = "", date = ""] = RECEIVED.exec(step.rest) ?? [];
  const isHeader = (line: string): boolean => line.startsWith("> ");
  const content = step.lines.filter((line) => !isHeader(line));
  const object = objectOf(method === "file" ? null : method, event, content);
  const header = [
    `From: ${from}`,
    `To: ${me[0] ?? "undisclosed-recipients:;"}`,
    `Date: ${new Date(date === "" ? now : date).toUTCString()}`,
    `Message-ID: <${step.name}@example.net>`,
    ...step.lines.filter(isHeader).map((line) => line.slice(2)),
    "MIME-Version: 1.0",
    `Content-Type: text/calendar; method=${method}; charset=UTF-8`,
    "Content-Transfer-Encoding: 8bit",
    "",
    "",
  ];
  return new TextEncoder().encode(step.kind === "open" ? object : header.join("\r\n") + object);
}

/** One line a fact, as the `ledger` of a scenario has it. */
export function factLines(ledger: ReadonlyMap<string, Memory>): readonly string[] {
  return [...ledger.values()]
    .flatMap(({ facts }) => facts.flatMap(linesOf))
    .sort();
}

function linesOf(fact: Fact): readonly string[] {
  const name = fact.source.replace("@example.net", "");
  const doubt = fact.doubtful ? ", doubtful" : "";
  return fact.entries.map(
    ({ recurrenceId, sequence, author, partstat }) =>
      `${name}: ${fact.method} ${sequence} of ${recurrenceId === "" ? "series" : recurrenceId}` +
      ` under ${fact.organizer || "nobody"}, ${fact.sender}${doubt}` +
      (author === null ? "" : `, ${author} ${String(partstat)}`),
  );
}

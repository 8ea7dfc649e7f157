import { cardRef } from "../../src/app/card-ref.ts";
import { cardView } from "../../src/app/card-view.ts";
import type { CardView } from "../../src/app/card.ts";
import type { Answer } from "../../src/core/answer/answer.ts";
import { composeAnswer } from "../../src/core/answer/compose-answer.ts";
import type { Circumstances } from "../../src/core/circumstances.ts";
import { inspect, readMessage } from "../../src/core/inspect.ts";
import type { InspectedInvitation, Inspection } from "../../src/core/inspection.ts";
import type { Memory } from "../../src/core/itip/fact.ts";
import { recallFrom, withDecision, withFact } from "../../src/core/itip/ledger.ts";
import { ruleOf } from "../../src/core/rules/catalogue.ts";
import type { Finding } from "../../src/core/rules/rule.ts";
import { findingWords } from "../../src/core/words/finding-words.ts";
import { DEFAULTS } from "../../src/app/settings.ts";
import { ME, messageOf, NOW, type Case } from "../core/rules/rule-tester.ts";
import { reader } from "../core/words/english.ts";

/** A message that an attacker writes: what it changes in a sound request from BOSS to ME. */
export interface Attack extends Omit<Case, "name" | "message" | "remembered"> {
  /** The From field's value. */
  readonly from?: string;
  /** Left part of the Message-ID. */
  readonly id?: string;
}

/** What became of a message. */
export interface Received {
  readonly inspection: Inspection;
  /** Its first invitation. */
  readonly inspected: InspectedInvitation;
  readonly card: CardView;
  readonly state: string;
  readonly verdict: string;
  readonly applied: boolean;
  /** "sender-is-organizer: warning", sorted; no notices. */
  readonly broken: readonly string[];
  /** Rules that speak as a notice. */
  readonly noted: readonly string[];
}

const text = new TextEncoder();

/** Characters beyond ASCII are written in UTF-8. */
export function bytesOf({ from, id, fields = [], ...changes }: Attack): Uint8Array {
  const own = [
    ...(from === undefined ? [] : [`From: ${from}`]),
    ...(id === undefined ? [] : [`Message-ID: <${id}@example.net>`]),
  ];
  return text.encode(messageOf({ name: "", ...changes, fields: [...own, ...fields] }));
}

/** A mailbox in which messages arrive one after the other. */
export class Stage {
  readonly ledger = new Map<string, Memory>();
  readonly #changes: Partial<Circumstances>;

  constructor(changes: Partial<Circumstances> = {}) {
    this.#changes = changes;
  }

  /** The message arrives and is remembered. */
  async receive(attack: Attack | Uint8Array): Promise<Received> {
    const received = await this.open(attack);
    for (const { fact } of received.inspection.invitations) {
      if (fact !== null) {
        this.ledger.set(fact.uid, withFact(recallFrom(this.ledger, fact.uid), fact));
      }
    }
    return received;
  }

  /** The message is looked at once more. */
  async open(attack: Attack | Uint8Array): Promise<Received> {
    const bytes = attack instanceof Uint8Array ? attack : bytesOf(attack);
    return receivedOf(await inspect(bytes, this.#circumstances()));
  }

  /** The user answers a message, or presses Apply. */
  decide({ inspection, inspected }: Received, partstat: string | null): void {
    const [entry] = inspected.fact?.entries ?? [];
    if (inspected.fact === null || entry === undefined) {
      throw new Error("nothing to decide");
    }
    const { uid, organizer } = inspected.fact;
    const { recurrenceId, sequence, dtstamp } = entry;
    const { source } = inspection;
    const decision = { uid, organizer, recurrenceId, sequence, dtstamp, source, partstat };
    const memory = recallFrom(this.ledger, uid);
    this.ledger.set(uid, withDecision(memory, { ...decision, attendee: ME, at: NOW }));
  }

  #circumstances(): Circumstances {
    return {
      now: NOW,
      addresses: { identities: [ME], aliases: [] },
      authserv: null,
      folder: "ordinary",
      verifySignature: () => Promise.resolve({ kind: "unchecked" }),
      recall: (uid) => Promise.resolve({ memory: recallFrom(this.ledger, uid), calendar: [] }),
      ...this.#changes,
    };
  }
}

/** A message that arrives where nothing is known. */
export function receive(attack: Attack | Uint8Array): Promise<Received> {
  return new Stage().receive(attack);
}

function receivedOf(inspection: Inspection): Received {
  const [inspected] = inspection.invitations;
  if (inspected === undefined) {
    throw new Error("no invitation was found");
  }
  const identities = [{ id: "1", email: ME, name: "Me", accountId: "1" }];
  const findings = findingsOf(inspection);
  const { source } = inspection;
  const ref = cardRef({ messageId: 1, source, index: 0 }, inspected);
  return {
    inspection,
    inspected,
    card: cardView(
      { ref, inspected, identities, settings: DEFAULTS, canDelete: true, lastIntent: null },
      reader({ now: NOW }),
    ),
    state: inspected.situation.standing.state,
    verdict: inspection.verdict,
    applied: inspected.applied,
    broken: rulesOf(findings, ({ severity }) => severity !== "notice").map(
      (rule) => `${rule}: ${String(findings.find((finding) => finding.rule === rule)?.severity)}`,
    ),
    noted: rulesOf(findings, ({ severity }) => severity === "notice"),
  };
}

function findingsOf({ findings, invitations }: Inspection): readonly Finding[] {
  const all = [...findings, ...invitations.flatMap((invitation) => invitation.findings)];
  const gravest = ["error", "warning", "notice"];
  return all.toSorted((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity));
}

function rulesOf(
  findings: readonly Finding[],
  isWanted: (finding: Finding) => boolean,
): readonly string[] {
  return [...new Set(findings.filter(isWanted).map(({ rule }) => rule))].sort();
}

/** The sentences of a rule about a message, in English. */
export function sentences({ inspection }: Received, id: string): readonly string[] {
  const placeholders = ruleOf(id)?.placeholders ?? [];
  return findingsOf(inspection)
    .filter(({ rule }) => rule === id)
    .map((finding) => findingWords({ ...finding, placeholders }, reader()));
}

export const ACCEPT: Answer = { kind: "reply", partstat: "ACCEPTED" };

/** An outgoing message, read again. */
export interface Sent {
  /** Header fields as "name: value", unfolded. */
  readonly header: readonly string[];
  readonly method: string | null;
  /** Properties of the one component, as "NAME value". */
  readonly properties: readonly string[];
  readonly text: string;
  /** Decoded. */
  readonly subject: string;
  /** Decoded display name of the recipient. */
  readonly recipient: string;
}

/** Writes an answer and reads it again; null where none can be written. */
export function answerTo(
  { inspection, inspected }: Received,
  answer: Answer = ACCEPT,
  comment: string | null = null,
): Sent | null {
  const composed = composeAnswer(
    {
      inspection,
      inspected,
      answer,
      answerer: { name: "Me", address: ME },
      wording: { comment, occurrence: null },
      subject: null,
      now: NOW,
      offsetMinutes: 0,
      messageId: "answer@example.org",
      fields: [],
      attachCopy: false,
    },
    reader(),
  );
  return composed.kind === "written" ? readSent(composed.bytes) : null;
}

function readSent(bytes: Uint8Array): Sent {
  const { objects, texts, mail } = readMessage(bytes);
  const [header = ""] = new TextDecoder().decode(bytes).split("\r\n\r\n", 1);
  const [calendar, ...others] = objects.flatMap(({ calendars }) => calendars);
  const components = calendar?.components.filter(({ name }) => name !== "VTIMEZONE") ?? [];
  const [component] = components;
  if (calendar === undefined || component === undefined || components.length + others.length > 1) {
    throw new Error("an answer holds one component");
  }
  return {
    header: header.replace(/\r\n[ \t]+/g, " ").split("\r\n"),
    method: calendar.properties.find(({ name }) => name === "METHOD")?.value ?? null,
    properties: component.properties.map(({ name, value }) => `${name} ${value}`),
    text: texts.join("\n"),
    subject: mail?.envelope.subject ?? "",
    recipient: mail?.envelope.to[0]?.name ?? "",
  };
}

/** Those of some "name: value" lines that begin with a name. */
export function named(lines: readonly string[] | undefined, name: string): readonly string[] {
  return (lines ?? []).filter((line) => line.toLowerCase().startsWith(name.toLowerCase()));
}

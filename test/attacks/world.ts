import type { IndexedInvitation } from "../../src/app/indexed-invitation.ts";
import type {
  Identity,
  InvitationIndex,
  Outgoing,
  Settings,
  StoredMessage,
  Transport,
  World,
} from "../../src/app/ports.ts";
import { uncheckedSignatures } from "../../src/thunderbird/signatures-unchecked.ts";
import type { Intent } from "../../src/app/intent.ts";
import { UNFINISHED } from "../../src/ledger/intents.ts";
import { DEFAULTS } from "../../src/app/settings.ts";
import { PACE_PERIOD } from "../../src/core/answer/pace.ts";
import type { Memory } from "../../src/core/itip/fact.ts";
import { recallFrom, withDecision, withFact, withoutDecision } from "../../src/core/itip/ledger.ts";
import { ME, NOW } from "../core/rules/rule-tester.ts";
import { reader } from "../core/words/english.ts";

/** A Thunderbird in memory, that keeps what leaves it. */
export interface MemoryWorld {
  readonly world: World;
  readonly sent: readonly Outgoing[];
  readonly deliver: (bytes: Uint8Array) => StoredMessage;
}

/** Most tests are of what becomes of an answer once it leaves. */
export const AT_ONCE: Settings = { ...DEFAULTS, undoSeconds: 0 };

const IDENTITY: Identity = { id: "1", email: ME, name: "Me", accountId: "1" };

export function memoryWorld(): MemoryWorld {
  const messages: Uint8Array[] = [];
  const sent: Outgoing[] = [];
  let ids = 0;
  const transport = (name: Transport["name"]): Transport => ({
    name,
    send(outgoing) {
      sent.push(outgoing);
      return Promise.resolve({ kind: name === "native" ? "sent" : "queued" });
    },
  });
  const world: World = {
    mailbox: {
      readRaw: (id) => Promise.resolve(messages[id] ?? new Uint8Array()),
      read: (id) => Promise.resolve(stored(id)),
      readDisplayed: () => Promise.resolve(null),
      find: () => Promise.resolve([]),
    },
    marks: {
      markRead: () => Promise.resolve(),
      tag: () => Promise.resolve(),
      trash: () => Promise.reject(new Error("nobody chose that")),
    },
    granted: () => Promise.resolve(new Set()),
    signatures: uncheckedSignatures,
    identities: { list: () => Promise.resolve([IDENTITY]) },
    ...memories(),
    index: memoryIndex(),
    ...intents(),
    transports: { atOnce: transport("native"), outbox: transport("outbox") },
    sentMessages: {
      find: () => Promise.resolve("nowhere"),
      waiting: () => Promise.resolve([]),
      withdraw: () => Promise.resolve(false),
    },
    composer: { open: () => Promise.reject(new Error("no composer is asked for")) },
    calendars: () => Promise.resolve(null),
    clock: { now: () => NOW, offsetMinutes: () => 0 },
    alarms: { set: () => Promise.resolve(), clear: () => Promise.resolve() },
    settings: () => Promise.resolve(AT_ONCE),
    chooseCalendar: () => Promise.resolve(),
    reader: () => reader(),
    readerIn: () => Promise.resolve(reader()),
    newId: () => String(++ids),
  };
  return { world, sent, deliver: (bytes) => stored(messages.push(bytes) - 1) };
}

function stored(messageId: number): StoredMessage {
  const folder = { id: "1://INBOX", accountId: "1", specialUse: ["inbox"] };
  return { messageId, headerMessageId: `${messageId}@example.org`, isJunk: false, folder };
}

function memories(): Pick<World, "memories"> {
  const ledger = new Map<string, Memory>();
  return {
    memories: {
      recall: (uid) => Promise.resolve(recallFrom(ledger, uid)),
      remember(facts) {
        for (const fact of facts) {
          ledger.set(fact.uid, withFact(recallFrom(ledger, fact.uid), fact));
        }
        return Promise.resolve();
      },
      undecide(decision) {
        const { uid } = decision;
        ledger.set(uid, withoutDecision(recallFrom(ledger, uid), decision));
        return Promise.resolve();
      },
      decide(decision) {
        const { uid } = decision;
        ledger.set(uid, withDecision(recallFrom(ledger, uid), decision));
        return Promise.resolve();
      },
    },
  };
}

/** What the list of all invitations is made of, in memory. */
function memoryIndex(): InvitationIndex {
  const kept = new Map<string, IndexedInvitation>();
  return {
    put(indexed) {
      indexed.forEach((one) => kept.set(one.key, one));
      return Promise.resolve();
    },
    change(uid, edit) {
      [...kept.values()]
        .filter((one) => one.uid === uid)
        .forEach((one) => kept.set(one.key, edit(one)));
      return Promise.resolve();
    },
    all: () => Promise.resolve([...kept.values()]),
    keepOnly(uids) {
      [...kept.values()].filter(({ uid }) => !uids.has(uid)).forEach(({ key }) => kept.delete(key));
      return Promise.resolve();
    },
  };
}

function intents(): Pick<World, "intents"> {
  const kept = new Map<string, Intent>();
  const lastOf = (card: string, before = Infinity): Intent | null =>
    [...kept.values()].findLast((intent) => intent.card === card && intent.at < before) ?? null;
  return {
    intents: {
      claim(intent, judge) {
        const last = lastOf(intent.card);
        const same = kept.get(intent.id) ?? null;
        const recent = [...kept.values()].filter(({ at }) => at >= intent.at - PACE_PERIOD);
        const claim = judge({ last, same, recent });
        if (claim === "instead") {
          kept.delete(last?.id ?? "");
        }
        const counts = claim === "new" || claim === "instead";
        if (counts) {
          kept.set(intent.id, intent);
        }
        return Promise.resolve({ intent: counts ? intent : (last ?? intent), claim });
      },
      last: (card, before) => Promise.resolve(lastOf(card, before)),
      get: (id) => Promise.resolve(kept.get(id) ?? null),
      update(intent) {
        kept.set(intent.id, intent);
        return Promise.resolve();
      },
      ofLetter: (headerMessageId) =>
        Promise.resolve(
          [...kept.values()].findLast(({ letters }) =>
            letters.some((letter) => letter.headerMessageId === headerMessageId),
          ) ?? null,
        ),
      exchange(id, change) {
        const current = kept.get(id);
        const next = current === undefined ? null : change(current);
        if (next === null) {
          kept.delete(id);
        } else {
          kept.set(id, next);
        }
        return Promise.resolve(next);
      },
      unfinished: () =>
        Promise.resolve(
          [...kept.values()].filter(({ state }) => UNFINISHED.some((one) => one === state)),
        ),
      unsettled: () => Promise.resolve(new Map()),
    },
  };
}

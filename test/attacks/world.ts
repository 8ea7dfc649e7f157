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
import { DEFAULTS } from "../../src/app/settings.ts";
import { volatileIntents, volatileMemories } from "../../src/ledger/volatile.ts";
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
      readDecrypted: () => Promise.resolve(null),
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
    memories: volatileMemories(new Map(), nothingKept),
    index: memoryIndex(),
    intents: volatileIntents(new Map(), nothingKept),
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

const nothingKept = (): Promise<never> => Promise.reject(new Error("nothing is kept"));

function stored(messageId: number): StoredMessage {
  const folder = { id: "1://INBOX", accountId: "1", specialUse: ["inbox"] };
  return { messageId, headerMessageId: `${messageId}@example.org`, isJunk: false, folder };
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

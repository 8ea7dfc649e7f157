import type { Intent } from "../../src/app/intent.ts";
import type { Memory } from "../../src/core/itip/fact.ts";
import type { Stage } from "./stage.ts";

/** What the add-on has written down, as far as a kill can harm it. */
export interface KeptRecord {
  readonly events: readonly {
    readonly uid: string;
    /** "Message-ID METHOD" of each fact, repeated where one stands there twice. */
    readonly sources: readonly string[];
    readonly decisions: readonly string[];
  }[];
  readonly intents: readonly {
    readonly id: string;
    readonly card: string;
    readonly state: string;
    readonly messageIds: readonly string[];
  }[];
}

/** Reads the database itself, in the add-on's background page. */
export async function readRecord(stage: Stage): Promise<KeptRecord> {
  const text = await stage.thunderbird.background(stage.edition.id).evaluate(async () => {
    const ask = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    const database = await ask(indexedDB.open("convene"));
    const all = <Item>(name: string): Promise<Item[]> =>
      ask(database.transaction(name).objectStore(name).getAll() as IDBRequest<Item[]>);
    const events = await all<Memory & { uid: string }>("events");
    const intents = await all<Intent>("intents");
    database.close();
    return JSON.stringify({
      events: events.map(({ uid, facts, decisions }) => ({
        uid,
        sources: facts.map((fact) => `${fact.source} ${fact.method}`),
        decisions: decisions.map((decision) => `${decision.source} ${decision.at}`),
      })),
      intents: intents.map(({ id, card, state, letters }) => ({
        id,
        card,
        state,
        messageIds: letters.map((letter) => letter.headerMessageId),
      })),
    });
  });
  return JSON.parse(text) as KeptRecord;
}

/** Facts and decisions that stand there more than once. */
export function doubledItems({ events }: KeptRecord): readonly string[] {
  const uids = events.map(({ uid }) => uid);
  return [
    ...repeated(uids),
    ...events.flatMap(({ sources, decisions }) => [...repeated(sources), ...repeated(decisions)]),
  ];
}

function repeated(items: readonly string[]): readonly string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}

import type { Settings, World } from "../../../src/app/ports.ts";
import type {
  ListedMessage,
  MailFolder,
  MailFolders,
  Scans,
} from "../../../src/app/scan/scan-ports.ts";
import type { Scan } from "../../../src/app/scan/scan.ts";
import { makeScanner, type Scanner } from "../../../src/app/scan/scanner.ts";
import { DEFAULTS } from "../../../src/app/settings.ts";
import { memoryWorld } from "../../attacks/world.ts";

export const DAY = 24 * 60 * 60 * 1000;

/** A message in a folder of the mailbox below. */
export interface Mail {
  readonly bytes: Uint8Array | "unreadable";
  readonly date: number;
  readonly size?: number;
  readonly isJunk?: boolean;
}

/** A mailbox in memory, and where the scan is kept: what outlives a kill. */
export class MemoryMailbox {
  readonly folders = new Map<string, { readonly use: readonly string[]; readonly mails: Mail[] }>();
  readonly reads: string[] = [];
  readonly remembered: string[] = [];
  settings: Settings = DEFAULTS;
  now: number;
  /** Called before each reading, which waits for what it gives back. */
  beforeReading: (key: string) => unknown = () => undefined;
  /** Called while a folder is waited for. */
  onRest: () => void = () => undefined;
  /** What Thunderbird counts in a folder, where that is not what it lists. */
  readonly counts = new Map<string, number | null>();
  isOffline = false;
  /** How often a slice was kept. */
  commits = 0;
  readonly kept = { scan: null as Scan | null, keys: new Set<string>() };

  constructor(now: number) {
    this.now = now;
  }

  add(folderId: string, use: readonly string[], mails: readonly Mail[]): void {
    this.folders.set(folderId, { use, mails: [...mails] });
  }

  /** What a Thunderbird that was just started has: everything but what was kept is new. */
  start(): Scanner {
    return makeScanner({
      world: this.#world(),
      scans: this.#scans(),
      folders: this.#mailFolders(),
      turn: () => Promise.resolve(),
      rest: () => {
        this.onRest();
        return Promise.resolve();
      },
    });
  }

  #listed(folderId: string): readonly ListedMessage[] {
    const { use, mails } = this.folders.get(folderId) ?? { use: [], mails: [] };
    const place = [...this.folders.keys()].indexOf(folderId) * 100_000;
    return mails.map(({ date, size = 1000, isJunk = false }, index) => ({
      messageId: place + index,
      headerMessageId: `${index}@${folderId}`,
      isJunk,
      folder: { id: folderId, accountId: "a1", specialUse: use },
      date,
      size,
      key: `${index}@${folderId}`,
    }));
  }

  #mailFolders(): MailFolders {
    const listed = (id: string): readonly ListedMessage[] => this.#listed(id);
    const described = [...this.folders].map(([id, { use }]): MailFolder => ({
      id,
      accountId: "a1",
      accountName: "Mia",
      names: [id],
      specialUse: use,
      isVirtual: false,
    }));
    return {
      list: () => Promise.resolve(described),
      count: (id) => {
        const count = this.counts.get(id);
        return Promise.resolve(count === undefined ? listed(id).length : count);
      },
      async *pages(id) {
        const all = listed(id);
        for (let start = 0; start < all.length; start += 100) {
          yield await Promise.resolve(all.slice(start, start + 100));
        }
      },
      holds: () => Promise.resolve(true),
      newerThan: (id, since) => Promise.resolve(listed(id).filter(({ date }) => date >= since)),
      isOffline: () => this.isOffline,
    };
  }

  #scans(): Scans {
    const { kept } = this;
    const copy = (scan: Scan): Scan => structuredClone(scan);
    return {
      load: () => Promise.resolve(kept.scan && copy(kept.scan)),
      begin: (scan) => {
        kept.scan = copy(scan);
        kept.keys.clear();
        return Promise.resolve();
      },
      save: (scan) => {
        kept.scan = copy(scan);
        return Promise.resolve();
      },
      known: (folderId, keys) =>
        Promise.resolve(new Set(keys.filter((key) => kept.keys.has(`${folderId} ${key}`)))),
      commit: ({ scan, folderId, keys, findings }) => {
        this.commits += 1;
        kept.scan = copy(scan);
        keys.forEach((key) => kept.keys.add(`${folderId} ${key}`));
        this.remembered.push(...findings.flatMap(({ facts }) => facts.map(({ uid }) => uid)));
        return Promise.resolve();
      },
    };
  }

  #world(): World {
    const { world } = memoryWorld();
    return {
      ...world,
      settings: () => Promise.resolve(this.settings),
      clock: { ...world.clock, now: () => this.now },
      mailbox: {
        ...world.mailbox,
        readRaw: (messageId) => this.#read(messageId),
      },
    };
  }

  async #read(messageId: number): Promise<Uint8Array> {
    const [folderId = "", { mails } = { mails: [] }] =
      [...this.folders][Math.floor(messageId / 100_000)] ?? [];
    const key = `${messageId % 100_000}@${folderId}`;
    await this.beforeReading(key);
    this.reads.push(key);
    const bytes = mails[messageId % 100_000]?.bytes ?? "unreadable";
    if (bytes === "unreadable") {
      throw new Error("not downloaded");
    }
    return bytes;
  }
}

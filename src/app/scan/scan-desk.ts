import type { World } from "../ports.ts";
import { scanFolder, type FolderEnd, type Slice } from "./scan-folder.ts";
import type { MailFolders, Scans } from "./scan-ports.ts";
import { scanView, type Scan, type ScannedFolder, type ScanView } from "./scan.ts";

/** What a scan needs of the world. */
export interface ScanWorld {
  readonly world: World;
  readonly scans: Scans;
  readonly folders: MailFolders;
  /** Resolves when nobody waits for an answer of the background. */
  readonly turn: () => Promise<void>;
  /** Resolves after a moment in which Thunderbird can get on. */
  readonly rest: () => Promise<void>;
}

/** Moments that a folder is waited for whose list Thunderbird fetches anew. */
const PATIENCE = 60;

/**
 * The scan that is under way, and the one loop that works on it. The scan here is always the one
 * that was written last: who changes it does so in one go and then waits for the writing.
 */
export class ScanDesk {
  readonly #given: ScanWorld;
  #scan: Scan | null = null;
  #loaded: Promise<void> | null = null;
  #loop: Promise<void> | null = null;
  /** What the user asks for is done one after the other. */
  #asked: Promise<unknown> = Promise.resolve();
  /** Why the loop ended before its time. */
  #problem: string | null = null;
  /** When the last slice was kept. */
  #since = 0;
  /** Folders that were waited for once. */
  readonly #awaited = new Set<string>();

  constructor(given: ScanWorld) {
    this.#given = given;
  }

  async view(): Promise<ScanView> {
    await this.#load();
    return scanView(this.#scan, this.#problem);
  }

  /** A new scan in place of the last. */
  async begin(make: () => Promise<Scan>): Promise<ScanView> {
    return this.#ask(async () => {
      this.#scan = this.#scan && { ...this.#scan, state: "cancelled" };
      await this.#loop;
      const scan = await make();
      await this.#given.scans.begin(scan);
      this.#scan = scan;
    });
  }

  async change(edit: (scan: Scan) => Scan): Promise<ScanView> {
    return this.#ask(() => this.#update(edit));
  }

  /** Works while there is something to do; one loop at a time. */
  async work(): Promise<void> {
    await this.#load();
    this.#loop ??= this.#run().finally(() => {
      this.#loop = null;
    });
    return this.#loop;
  }

  async #ask(act: () => Promise<void>): Promise<ScanView> {
    const done = this.#asked.then(async () => {
      await this.#load();
      await act();
      this.#problem = null;
    });
    this.#asked = done.catch(() => undefined);
    await done;
    void this.work();
    return scanView(this.#scan, this.#problem);
  }

  async #load(): Promise<void> {
    this.#loaded ??= this.#given.scans.load().then((scan) => {
      this.#scan = scan;
    });
    return this.#loaded;
  }

  async #update(edit: (scan: Scan) => Scan): Promise<void> {
    if (this.#scan !== null) {
      this.#scan = edit(this.#scan);
      await this.#given.scans.save(this.#scan);
    }
  }

  async #run(): Promise<void> {
    try {
      while (this.#scan?.state === "running") {
        const folder = this.#scan.folders.find(({ isDone }) => !isDone);
        await (folder === undefined ? this.#finish() : this.#read(folder, this.#scan));
      }
    } catch (error) {
      // Extension storage is full or broken: going on would only read in vain.
      console.error(error);
      this.#problem = String(error);
      this.#scan = this.#scan && { ...this.#scan, state: "paused" };
    }
  }

  async #finish(): Promise<void> {
    const endedAt = this.#given.world.clock.now();
    await this.#update((scan) => ({ ...scan, state: "finished", endedAt }));
  }

  async #read(folder: ScannedFolder, { since }: Scan): Promise<void> {
    const { scans, folders, world, turn } = this.#given;
    this.#since = world.clock.now();
    const work = {
      folder,
      since,
      goesOn: () => this.#scan?.state === "running",
      turn,
      known: (keys: readonly string[]) => scans.known(folder.id, keys),
      keep: (slice: Slice) => this.#keep(folder.id, slice),
    };
    const listed = await scanFolder(work, { folders, world });
    const end = listed === "partial" ? await this.#await(folder) : listed;
    await this.#update((scan) => withFolder(scan, folder.id, (read) => endedFolder(read, end)));
  }

  /** What to make of a folder that lists less than before: it may be on its way. */
  async #await({ id, total }: ScannedFolder): Promise<FolderEnd> {
    if (this.#awaited.has(id)) {
      return "complete";
    }
    this.#awaited.add(id);
    const { folders, rest } = this.#given;
    for (let moment = 0; moment < PATIENCE && this.#scan?.state === "running"; moment += 1) {
      if ((await folders.count(id)) >= total) {
        return "stopped";
      }
      await rest();
    }
    return "unreachable";
  }

  async #keep(folderId: string, slice: Slice): Promise<void> {
    const { scans, world } = this.#given;
    if (this.#scan === null || slice.keys.length + slice.unreadable === 0) {
      return;
    }
    const now = world.clock.now();
    const worked = { ...this.#scan, workedMs: this.#scan.workedMs + now - this.#since };
    this.#since = now;
    this.#scan = withSlice(worked, folderId, slice);
    const { keys, findings } = slice;
    await scans.commit({ scan: this.#scan, folderId, keys, findings });
  }
}

function withSlice(scan: Scan, folderId: string, slice: Slice): Scan {
  const { counts } = scan;
  const counted = {
    read: counts.read + slice.counts.read,
    found: counts.found + slice.counts.found,
    tooLarge: counts.tooLarge + slice.counts.tooLarge,
  };
  return withFolder({ ...scan, counts: counted }, folderId, (folder) => ({
    ...folder,
    done: folder.done + slice.keys.length + slice.unreadable,
    unreadable: folder.unreadable + slice.unreadable,
  }));
}

function endedFolder(folder: ScannedFolder, end: FolderEnd): ScannedFolder {
  switch (end) {
    case "complete":
      return { ...folder, isDone: true, total: folder.done };
    case "unreachable": {
      const left = Math.max(0, folder.total - folder.done);
      const { done, unreadable } = folder;
      return { ...folder, isDone: true, done: done + left, unreadable: unreadable + left };
    }
    case "stopped":
    case "partial":
      return folder;
  }
}

function withFolder(scan: Scan, id: string, edit: (folder: ScannedFolder) => ScannedFolder): Scan {
  return {
    ...scan,
    folders: scan.folders.map((folder) => (folder.id === id ? edit(folder) : folder)),
  };
}

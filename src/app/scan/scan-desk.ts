import type { World } from "../ports.ts";
import { scanFolder, type ListEnd, type Slice } from "./scan-folder.ts";
import type { MailFolders, Scans } from "./scan-ports.ts";
import { scanView, type Scan, type ScannedFolder, type ScanView } from "./scan.ts";
import {
  begun,
  completed,
  leftOff,
  settled,
  withFolder,
  withReopened,
  withSlice,
} from "./scanned-folder.ts";
import { isLacking, isMoving, isWhole, type Listing } from "./whole-list.ts";

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

/** Moments without a message to read that folders are waited for whose list is not whole. */
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
  /** The scan was begun in an earlier life. */
  #isResumed = false;
  /** Why the loop ended before its time. */
  #problem: string | null = null;
  /** When the last slice was kept. */
  #since = 0;
  /** Folders that are waited for, when the others are read. */
  readonly #short = new Map<string, Listing>();
  /** Moments for which nothing has come. */
  #moments = 0;

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
      this.#isResumed = false;
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

  async grown(folderId: string): Promise<void> {
    await this.#load();
    const isShort = ({ id, resumesAt }: ScannedFolder): boolean =>
      id === folderId && resumesAt !== null;
    if (this.#scan?.folders.some(isShort) !== true) {
      // As nearly always; and whenever mail comes or goes, Thunderbird would be asked.
      return;
    }
    const count = await this.#given.folders.count(folderId);
    const isMeant = (folder: ScannedFolder): boolean =>
      isShort(folder) && count !== null && count >= (folder.resumesAt ?? 0);
    if (this.#scan.folders.some(isMeant)) {
      await this.change((scan) => withReopened(scan, isMeant));
    }
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
      this.#isResumed = scan !== null;
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
    this.#short.clear();
    this.#moments = 0;
    try {
      while (this.#scan?.state === "running") {
        await this.#step(this.#scan);
      }
    } catch (error) {
      // Extension storage is full or broken: going on would only read in vain.
      console.error(error);
      this.#problem = String(error);
      this.#scan = this.#scan && { ...this.#scan, state: "paused" };
    }
  }

  async #step(scan: Scan): Promise<void> {
    const open = scan.folders.filter(({ isDone }) => !isDone);
    const next = open.find(({ id }) => !this.#short.has(id));
    if (next !== undefined) {
      await this.#read(next, scan);
    } else if (open.length > 0) {
      await this.#await(open);
    } else {
      await this.#finish();
    }
  }

  async #finish(): Promise<void> {
    const endedAt = this.#given.world.clock.now();
    await this.#update((scan) => ({ ...scan, state: "finished", endedAt }));
  }

  async #read(found: ScannedFolder, { since }: Scan): Promise<void> {
    const { scans, folders, world, turn } = this.#given;
    const { id } = found;
    this.#since = world.clock.now();
    const before = await folders.count(id);
    const folder = begun(found, before);
    await this.#edit(id, () => folder);
    const work = {
      folder,
      since,
      goesOn: () => this.#scan?.state === "running",
      turn,
      known: (keys: readonly string[]) => scans.known(id, keys),
      keep: (slice: Slice) => this.#keep(id, slice),
    };
    const end = await scanFolder(work, { folders, world });
    if (end !== "stopped") {
      await this.#judge(folder, before, end);
    }
  }

  /** Ends it, or has it waited for. What was deleted meanwhile could not be read either. */
  async #judge(
    folder: ScannedFolder,
    before: number | null,
    { listed, isUnreachable }: ListEnd,
  ): Promise<void> {
    const count = await this.#given.folders.count(folder.id);
    const listing = { before, listed };
    if (isUnreachable ? count === before : isWhole(listing, count, this.#known(folder))) {
      await this.#edit(folder.id, isUnreachable ? leftOff : completed);
    } else {
      this.#short.set(folder.id, listing);
    }
  }

  /** So many messages it had in an earlier life. In this one a folder loses only what is deleted. */
  #known({ total }: ScannedFolder): number {
    return this.#isResumed ? total : 0;
  }

  /** One moment; after too many of them the folders end with what they have. */
  async #await(short: readonly ScannedFolder[]): Promise<void> {
    const { folders, rest } = this.#given;
    await rest();
    this.#moments += 1;
    for (const folder of short) {
      const listing = this.#short.get(folder.id) ?? { before: null, listed: 0 };
      const count = await folders.count(folder.id);
      if (this.#moments >= PATIENCE) {
        const isLeft = isLacking(listing, count, this.#known(folder)) || folders.isOffline();
        await this.#edit(folder.id, (read) => settled(read, listing, isLeft));
      } else if (isMoving(listing, count)) {
        this.#short.delete(folder.id);
      }
    }
  }

  async #edit(id: string, edit: (folder: ScannedFolder) => ScannedFolder): Promise<void> {
    await this.#update((scan) => withFolder(scan, id, edit));
  }

  async #keep(folderId: string, slice: Slice): Promise<void> {
    const { scans, world } = this.#given;
    if (this.#scan === null || slice.keys.length + slice.unreadable === 0) {
      return;
    }
    this.#moments = slice.keys.length > 0 ? 0 : this.#moments;
    const now = world.clock.now();
    const worked = { ...this.#scan, workedMs: this.#scan.workedMs + now - this.#since };
    this.#since = now;
    this.#scan = withFolder(counted(worked, slice), folderId, (read) => withSlice(read, slice));
    const { keys, findings } = slice;
    await scans.commit({ scan: this.#scan, folderId, keys, findings });
  }
}

function counted(scan: Scan, { counts }: Slice): Scan {
  const { read, found, tooLarge } = scan.counts;
  return {
    ...scan,
    counts: {
      read: read + counts.read,
      found: found + counts.found,
      tooLarge: tooLarge + counts.tooLarge,
    },
  };
}

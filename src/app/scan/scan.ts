/*
 * Reading the mail that is already there: what is asked for, how far it has come, and what a page
 * shows of it.
 */

/** A scan as it is kept, so that it goes on after Thunderbird was ended. */
export interface Scan {
  readonly state: "running" | "paused" | "finished" | "cancelled";
  /** Messages with an older Date are passed over; null: none. */
  readonly since: number | null;
  /** In the order in which they are read. */
  readonly folders: readonly ScannedFolder[];
  readonly counts: ScanCounts;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null while it is neither finished nor cancelled. */
  readonly endedAt: number | null;
  /** How long it has been at work, over all restarts. */
  readonly workedMs: number;
}

/** How far one folder has come. */
export interface ScannedFolder {
  readonly id: string;
  /** Messages in it: the most that Thunderbird counted, in the end those that it listed. */
  readonly total: number;
  /** Read, passed over, or found unreadable. */
  readonly done: number;
  readonly isDone: boolean;
  /** Not downloaded and no network, or broken, or not listed: left for later. */
  readonly unreadable: number;
  /** Where it ended with messages missing: it is read once more when it has so many. */
  readonly resumesAt: number | null;
}

export interface ScanCounts {
  /** Messages that were read. */
  readonly read: number;
  /** Of these, how many hold an invitation, an answer or another calendar message. */
  readonly found: number;
  /** Larger than what is read in the background. */
  readonly tooLarge: number;
}

/** What a page shows of the scan. */
export interface ScanView {
  /** "never": nobody has asked for one yet. */
  readonly state: Scan["state"] | "never";
  readonly done: number;
  readonly total: number;
  readonly counts: ScanCounts & { readonly unreadable: number };
  /** Milliseconds that are left, as far as can be told; null where that is not yet known. */
  readonly remainingMs: number | null;
  /** Milliseconds since 1970; null while it runs, and where there was none. */
  readonly endedAt: number | null;
  /** Why it had to pause, in the words of what went wrong. */
  readonly problem: string | null;
}

/** An account with the folders that can be scanned. */
export interface ScanAccount {
  readonly id: string;
  readonly name: string;
  readonly folders: readonly ScanFolderChoice[];
}

export interface ScanFolderChoice {
  readonly id: string;
  /** As the user sees it, with the names of the folders around it. */
  readonly path: string;
  readonly messages: number;
  /** Read for the user's own answers and events. */
  readonly isSent: boolean;
}

/** Work of some seconds has to be seen before a rate means something. */
const MEANINGFUL_MS = 2000;

/** What a page shows; null: there was no scan yet. */
export function scanView(scan: Scan | null, problem: string | null): ScanView {
  if (scan === null) {
    return { ...NEVER, problem };
  }
  const { state, counts, endedAt } = scan;
  const done = sumOf(scan, ({ done }) => done);
  const total = Math.max(
    done,
    sumOf(scan, ({ total }) => total),
  );
  const unreadable = sumOf(scan, ({ unreadable }) => unreadable);
  const remainingMs = state === "running" ? remaining(scan, { done, total }) : null;
  return { state, done, total, counts: { ...counts, unreadable }, remainingMs, endedAt, problem };
}

const NEVER: ScanView = {
  state: "never",
  done: 0,
  total: 0,
  counts: { read: 0, found: 0, tooLarge: 0, unreadable: 0 },
  remainingMs: null,
  endedAt: null,
  problem: null,
};

function remaining(
  { workedMs }: Scan,
  { done, total }: Pick<ScanView, "done" | "total">,
): number | null {
  return workedMs < MEANINGFUL_MS || done === 0 ? null : (workedMs / done) * (total - done);
}

function sumOf({ folders }: Scan, count: (folder: ScannedFolder) => number): number {
  return folders.reduce((sum, folder) => sum + count(folder), 0);
}

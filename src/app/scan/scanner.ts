import { chosenFolders, scanAccounts, scannableFolders } from "./choose-folders.ts";
import { ScanDesk, type ScanWorld } from "./scan-desk.ts";
import type { MailFolders } from "./scan-ports.ts";
import { newFolder, withReopened } from "./scanned-folder.ts";
import type { Scan, ScanAccount, ScanView } from "./scan.ts";

/** Reads the mail that is already there, in the background. */
export interface Scanner {
  read(): Promise<ScanView>;
  /** The folders that can be read, with how many messages each holds. */
  accounts(): Promise<readonly ScanAccount[]>;
  /** From the beginning, as the settings say. */
  start(): Promise<ScanView>;
  pause(): Promise<ScanView>;
  /** Goes on after a pause; after the end: reads what could not be read before. */
  resume(): Promise<ScanView>;
  cancel(): Promise<ScanView>;
  /** Goes on where Thunderbird or the event page ended; resolves when nothing is left to do. */
  wake(): Promise<void>;
  /** The number of messages in a folder changed: what it had not listed may be there now. */
  grown(folderId: string): Promise<void>;
}

export function makeScanner(given: ScanWorld): Scanner {
  const desk = new ScanDesk(given);
  return {
    read: () => desk.view(),
    accounts: () => readAccounts(given.folders),
    start: () => desk.begin(() => newScan(given)),
    pause: () => desk.change((scan) => (isOpen(scan) ? { ...scan, state: "paused" } : scan)),
    resume: () => desk.change(reopened),
    cancel: () =>
      desk.change((scan) =>
        isOpen(scan) ? { ...scan, state: "cancelled", endedAt: given.world.clock.now() } : scan,
      ),
    wake: () => desk.work(),
    grown: (folderId) => desk.grown(folderId),
  };
}

function isOpen({ state }: Scan): boolean {
  return state === "running" || state === "paused";
}

/** What could not be read is tried again, and nothing else is. */
function reopened(scan: Scan): Scan {
  if (scan.state === "paused") {
    return { ...scan, state: "running" };
  }
  return scan.state === "finished" ? withReopened(scan, ({ unreadable }) => unreadable > 0) : scan;
}

async function readAccounts(folders: MailFolders): Promise<readonly ScanAccount[]> {
  const all = await folders.list();
  const counts = await Promise.all(
    scannableFolders(all).map(async ({ id }) => [id, (await folders.count(id)) ?? 0] as const),
  );
  return scanAccounts(all, new Map(counts));
}

async function newScan({ world, folders }: ScanWorld): Promise<Scan> {
  const { scanMonths, scanLeftOut } = await world.settings();
  const chosen = chosenFolders(await folders.list(), scanLeftOut);
  const startedAt = world.clock.now();
  return {
    state: "running",
    since: scanMonths === 0 ? null : startedAt - scanMonths * MONTH,
    folders: await Promise.all(
      chosen.map(async ({ id }) => newFolder(id, await folders.count(id))),
    ),
    counts: { read: 0, found: 0, tooLarge: 0 },
    startedAt,
    endedAt: null,
    workedMs: 0,
  };
}

/** Milliseconds, on average. */
const MONTH = 30.44 * 24 * 60 * 60 * 1000;

import { chosenFolders, scanAccounts, scannableFolders } from "./choose-folders.ts";
import { ScanDesk, type ScanWorld } from "./scan-desk.ts";
import type { MailFolders } from "./scan-ports.ts";
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
  const isLeft = scan.folders.some(({ unreadable }) => unreadable > 0);
  if (scan.state !== "finished" || !isLeft) {
    return scan;
  }
  const folders = scan.folders.map((folder) =>
    folder.unreadable === 0
      ? folder
      : { ...folder, isDone: false, done: folder.done - folder.unreadable, unreadable: 0 },
  );
  return { ...scan, state: "running", endedAt: null, folders };
}

async function readAccounts(folders: MailFolders): Promise<readonly ScanAccount[]> {
  const all = await folders.list();
  const counts = await Promise.all(
    scannableFolders(all).map(async ({ id }) => [id, await folders.count(id)] as const),
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
      chosen.map(async ({ id }) => ({
        id,
        total: await folders.count(id),
        done: 0,
        isDone: false,
        unreadable: 0,
      })),
    ),
    counts: { read: 0, found: 0, tooLarge: 0 },
    startedAt,
    endedAt: null,
    workedMs: 0,
  };
}

/** Milliseconds, on average. */
const MONTH = 30.44 * 24 * 60 * 60 * 1000;

import type { World } from "../ports.ts";
import { lyingAt } from "../read-message.ts";
import { readListed, type ListedReading } from "./read-listed.ts";
import type { ListedMessage, MailFolders, ScanStep } from "./scan-ports.ts";
import type { ScanCounts, ScannedFolder } from "./scan.ts";

/** What came of some messages of a folder. */
export interface Slice {
  /** Of the messages that are done with. */
  readonly keys: readonly string[];
  readonly findings: ScanStep["findings"];
  readonly counts: ScanCounts;
  readonly unreadable: number;
}

/** What reading one folder needs to know, and whom to tell. */
export interface FolderWork {
  readonly folder: ScannedFolder;
  /** Messages with an older Date are passed over; null: none. */
  readonly since: number | null;
  /** False ends the reading: paused or cancelled. */
  readonly goesOn: () => boolean;
  /** Resolves when it is the scan's turn: what the user does comes first. */
  readonly turn: () => Promise<void>;
  /** Which messages were read before. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Keeps a slice together with the position. */
  readonly keep: (slice: Slice) => Promise<void>;
}

/** How far the reading of a folder came. */
export interface ListEnd {
  /** Messages that were listed. */
  readonly listed: number;
  /** What is left cannot be read now. */
  readonly isUnreachable: boolean;
}

/** Messages whose outcome is kept at once: what a crash takes back is read again. */
const SLICE = 20;

/** So many in a row that cannot be read: the server is away, and asking on only takes time. */
const MAX_FAILURES = 10;

type Read = readonly [message: ListedMessage, reading: ListedReading];

interface Surroundings {
  readonly folders: MailFolders;
  readonly world: World;
}

/** Reads a folder to the end of its list, or until it is told to stop. */
export async function scanFolder(
  work: FolderWork,
  { folders, world }: Surroundings,
): Promise<ListEnd | "stopped"> {
  let failures = 0;
  let listed = 0;
  for await (const page of folders.pages(work.folder.id)) {
    let slice: Read[] = [];
    listed += page.length;
    for (const message of await unread(page, work)) {
      if (!work.goesOn()) {
        break;
      }
      const reading = await readOne(message, work, world);
      slice.push([message, reading]);
      failures = reading.kind === "unreadable" ? failures + 1 : 0;
      if (slice.length === SLICE || isFinding(reading)) {
        await work.keep(sliceOf(slice));
        slice = [];
      }
    }
    await work.keep(sliceOf(slice));
    if (!work.goesOn()) {
      return "stopped";
    }
    if (failures >= MAX_FAILURES) {
      return { listed, isUnreachable: true };
    }
  }
  return { listed, isUnreachable: false };
}

/** Of a folder that was begun before, what was not yet read. */
async function unread(
  page: readonly ListedMessage[],
  { folder, known }: FolderWork,
): Promise<readonly ListedMessage[]> {
  if (folder.done === 0) {
    return page;
  }
  const done = await known(page.map(({ key }) => key));
  return page.filter(({ key }) => !done.has(key));
}

async function readOne(
  message: ListedMessage,
  { since, turn }: FolderWork,
  world: World,
): Promise<ListedReading> {
  if (since !== null && message.date < since) {
    return { kind: "passed-over" };
  }
  await turn();
  return readListed(message, world);
}

/** Kept at once: the next message is judged by what this one says. */
function isFinding(reading: ListedReading): boolean {
  return reading.kind === "read" && reading.facts.length > 0;
}

function sliceOf(readings: readonly Read[]): Slice {
  const count = (kind: ListedReading["kind"]): number =>
    readings.filter(([, reading]) => reading.kind === kind).length;
  const findings = readings.flatMap(([message, reading]) =>
    reading.kind === "read" && reading.facts.length > 0
      ? [{ facts: reading.facts, place: lyingAt(message) }]
      : [],
  );
  return {
    keys: readings.filter(([, { kind }]) => kind !== "unreadable").map(([{ key }]) => key),
    findings,
    counts: { read: count("read"), found: findings.length, tooLarge: count("too-large") },
    unreadable: count("unreadable"),
  };
}

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ScanView } from "../../src/app/scan/scan.ts";
import type { Page } from "../harness/page.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { ask } from "./background.ts";
import { STORE } from "./edition.ts";
import { manyMessages, writeLocalFolder } from "./many-messages.ts";
import { Stage } from "./stage.ts";

/** Where the messages lie that are to be read. */
export type ScanPlace = "dovecot" | "local folder";

/** What Thunderbird calls the folder of each place. */
const FOLDERS: Readonly<Record<ScanPlace, string>> = { dovecot: "Inbox", "local folder": "Kept" };

const OPTIONS_PAGE = "ui/options/options.html";

/** So long may Thunderbird take to learn of all messages. */
const LISTING_DEADLINE = 20 * 60_000;

/** A Thunderbird with many messages that it has known for long. */
export class ScanStage {
  readonly stage: Stage;
  readonly count: number;
  readonly place: ScanPlace;

  private constructor(stage: Stage, count: number, place: ScanPlace) {
    this.stage = stage;
    this.count = count;
    this.place = place;
  }

  static async start(count: number, place: ScanPlace): Promise<ScanStage> {
    const messages = manyMessages(count);
    const stage = await Stage.start(STORE, {}, (dovecot, profile) => {
      if (place === "dovecot") {
        dovecot.store(messages);
      } else {
        writeLocalFolder(profile, FOLDERS[place], messages);
      }
    });
    const started = new ScanStage(stage, count, place);
    await started.#waitForMessages();
    return started;
  }

  /** The page from which the scan is started and followed. */
  async openOptions(): Promise<Page> {
    const page = await this.stage.thunderbird.openTab(STORE.id, OPTIONS_PAGE);
    await page.waitFor("[data-scan] button");
    return page;
  }

  /** As a power cut would, and a new start. */
  async killAndRestart(): Promise<void> {
    await this.stage.thunderbird.kill();
    await this.stage.restart();
  }

  /** The same, but Thunderbird does not list all messages before it is let to. */
  async killAndForget(): Promise<() => Promise<void>> {
    const { stage, place } = this;
    await stage.thunderbird.kill();
    const isRemote = place === "dovecot";
    const giveBack = isRemote ? stage.dovecot.withhold(this.count / 2) : () => undefined;
    if (!isRemote) {
      rmSync(join(stage.profile.folder, "Mail", "Local Folders", `${FOLDERS[place]}.msf`));
    }
    await stage.restart();
    return async () => {
      giveBack();
      await stage.thunderbird.closeMessages();
      await stage.thunderbird.openFolder(FOLDERS[place]);
      await stage.thunderbird.call("updateFolder", FOLDERS[place]);
    };
  }

  async #waitForMessages(): Promise<void> {
    const { thunderbird } = this.stage;
    const folder = FOLDERS[this.place];
    await waitUntil("the folder is there", () => thunderbird.hasFolder(folder));
    await thunderbird.openFolder(folder);
    await waitUntil(
      "Thunderbird knows all messages",
      async () => ((await thunderbird.call("countMessages", folder)) as number) >= this.count,
      LISTING_DEADLINE,
    );
  }
}

/** What the scan has come to, once it is as expected. */
export async function waitForScan(
  page: Page,
  isExpected: (scan: ScanView) => boolean,
  deadline: number,
): Promise<ScanView> {
  return waitUntil(
    "the scan has come as far as expected",
    async () => {
      const scan = (await ask(page, "readScan")) as ScanView;
      return isExpected(scan) && scan;
    },
    deadline,
  );
}

/** Octets that a process and its children hold for themselves (PSS: shared pages in part). */
export function memoryOf(processId: number): number {
  return family(processId).reduce((sum, id) => sum + proportionalSize(id), 0);
}

function family(processId: number): readonly number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => parentOf(id) === processId);
  return [processId, ...children.flatMap(family)];
}

function parentOf(processId: number): number | null {
  const status = read(`/proc/${processId}/status`);
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? NaN) || null;
}

function proportionalSize(processId: number): number {
  const size = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${processId}/smaps_rollup`))?.[1];
  return Number(size ?? 0) * 1024;
}

/** A process may end while one looks. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

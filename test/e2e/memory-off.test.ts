import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../harness/page.ts";
import type { Profile } from "../harness/profile.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { ask } from "./background.ts";
import { CALENDAR } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { readRecord } from "./kept-record.ts";
import { Stage } from "./stage.ts";

describe("with a record that cannot be kept, the add-on", () => {
  let stage: Stage;
  /** Of all invitations that have arrived. */
  const uids = new Set<string>();
  /** How many have to have left. */
  let answers = 0;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR, {}, (_, profile) => {
      leaveLittleRoom(profile);
    });
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("still inspects and answers once, says so, and rebuilds what it cannot read", async () => {
    const messageId = await receiveInvitations();
    await damageRecord((bytes) => bytes.fill(0x5a, 8192));
    await stage.show(messageId);
    const popup = await openPopupSaying("damaged");
    await expectAnsweredOnce(popup);

    await mend(popup);
    await stage.closePopup();
    await waitForEvents();
    const again = await stage.openPopup();
    await stage.waitForOutcome(again, "sent");
    expect(await ask(again, "readMemory")).toBe("kept");
    await stage.closePopup();
  });

  it("tells that Thunderbird threw away what was damaged, and reads it from the mail again", async () => {
    const messageId = await receiveInvitations();
    await damageRecord((bytes) => bytes.fill(0x5a));
    await stage.show(messageId);
    const told = await openPopupSaying("lost");
    await mend(told);
    await stage.closePopup();
    await waitForEvents();

    await stage.restart();
    await stage.show(messageId);
    const popup = await stage.openPopup();
    expect(await ask(popup, "readMemory")).toBe("kept");
    await stage.closePopup();
  });

  it("goes on in memory where the disk is full, and keeps it when there is room", async () => {
    const messageId = await receiveInvitations();
    const background = stage.thunderbird.background(CALENDAR.id);
    await background.evaluate(fillStorage);
    await stage.show(messageId);
    await pressAnswer(stage, { action: "accept" });
    await stage.closePopup();
    const popup = await openPopupSaying("full");
    await expectAnsweredOnce(popup);

    await background.evaluate(emptyStorage);
    await mend(popup);
    await stage.closePopup();
    await waitForEvents();
    expect(await readStates()).toContain("sent");
  });

  it("leaves alone what a newer version has written, and takes it over when asked to", async () => {
    const messageId = await receiveInvitations();
    const before = await readStates();
    await openNewer();
    await stage.show(messageId);
    const popup = await openPopupSaying("newer");
    await expectAnsweredOnce(popup);
    await stage.closePopup();
    const pages = [
      await openTabSaying("ui/invitations/invitations.html", "newer"),
      await openTabSaying("ui/options/options.html", "newer"),
    ];
    await Promise.all(pages.map(mend));
    await waitForEvents();
    expect(await readStates()).toHaveLength(before.length + 1);
  });

  /** Two; gives the second, which is shown. The first is found again by a scan alone. */
  async function receiveInvitations(): Promise<string> {
    const invitations = [makeInvitation(), makeInvitation()];
    const messageId = await stage.receive(
      ...invitations.map((invitation) => invitationMail(invitation)),
    );
    for (const { uid } of invitations) {
      uids.add(uid);
    }
    await waitForEvents();
    return messageId;
  }

  async function waitForEvents(): Promise<void> {
    await waitUntil("all events are kept", async () => {
      const { events } = await readRecord(stage);
      const kept = new Set(events.map(({ uid }) => uid));
      return [...uids].every((uid) => kept.has(uid));
    });
  }

  async function readStates(): Promise<readonly string[]> {
    const { intents } = await readRecord(stage);
    return intents.map(({ state }) => state);
  }

  /** Changes the bytes of the ledger's file while Thunderbird does not run. */
  async function damageRecord(damage: (bytes: Buffer) => void): Promise<void> {
    await stage.thunderbird.quit();
    for (const file of ledgerFiles(join(stage.profile.folder, "storage", "default"))) {
      const bytes = readFileSync(file);
      damage(bytes);
      writeFileSync(file, bytes);
    }
    await stage.restart();
  }

  async function openPopupSaying(state: string): Promise<Page> {
    const popup = await stage.openPopup();
    await popup.waitFor(`[data-memory="${state}"]`);
    expect(await countOf(popup, 'article [data-action="accept"]')).toBeGreaterThan(0);
    return popup;
  }

  async function openTabSaying(path: string, state: string): Promise<Page> {
    const page = await stage.thunderbird.openTab(CALENDAR.id, path);
    await page.waitFor(`[data-memory="${state}"]`);
    return page;
  }

  async function expectAnsweredOnce(popup: Page): Promise<void> {
    answers += 1;
    await popup.click('button[data-action="accept"]', 3);
    await stage.waitForOutcome(popup, "sent");
    await popup.click('button[data-action="accept"]', 2);
    await stage.waitForOutcome(popup, "sent");
    expect(stage.smtp.received).toHaveLength(answers);
  }

  async function mend(page: Page): Promise<void> {
    await page.click('button[data-action="mend-memory"]');
    await waitUntil("everything is kept again", async () =>
      (await page.text(".memory")).startsWith("Convene remembers again."),
    );
  }

  /** As a newer version of the add-on would. */
  async function openNewer(): Promise<void> {
    await stage.thunderbird.background(CALENDAR.id).evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("convene", 99);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
          request.onerror = () => {
            reject(new Error(String(request.error)));
          };
        }),
    );
  }
});

function countOf(page: Page, selector: string): Promise<number> {
  return page.evaluate((s) => document.querySelectorAll(s).length, selector);
}

/** Full after one megabyte, in 1024 bytes. */
function leaveLittleRoom({ folder }: Profile): void {
  const limit = 'user_pref("dom.quotaManager.temporaryStorage.fixedLimit", 1000);\n';
  appendFileSync(join(folder, "user.js"), limit);
}

/** Of the databases in the add-on's own place, the one with a store of events. */
function ledgerFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.startsWith("moz-extension") && name.endsWith(".sqlite"))
    .map((name) => join(folder, name))
    .filter((file) => readFileSync(file).includes("intents"));
}

/** Writes into databases beside the ledger until there is no room. Runs in the background page. */
async function fillStorage(): Promise<void> {
  const write = (size: number): Promise<boolean> =>
    new Promise((resolve) => {
      const no = (): void => {
        resolve(false);
      };
      // A database that was refused room is of no use any more.
      const request = indexedDB.open(`filler ${size}`, 1);
      request.onerror = no;
      request.onupgradeneeded = () => {
        request.result.createObjectStore("bytes", { autoIncrement: true });
      };
      request.onsuccess = () => {
        const transaction = request.result.transaction("bytes", "readwrite");
        const stop = (isRoom: boolean): void => {
          request.result.close();
          resolve(isRoom);
        };
        transaction.oncomplete = () => {
          stop(true);
        };
        transaction.onabort = () => {
          stop(false);
        };
        transaction.objectStore("bytes").put(crypto.getRandomValues(new Uint8Array(size)));
      };
    });
  for (const size of [65_536, 16_384, 4096, 1024]) {
    while (await write(size)) {
      // There was room for it.
    }
  }
}

/** Runs in the background page. */
async function emptyStorage(): Promise<void> {
  for (const size of [65_536, 16_384, 4096, 1024]) {
    await new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(`filler ${size}`);
      // One that there was no room for cannot be deleted.
      request.onsuccess = request.onerror = () => {
        resolve();
      };
    });
  }
}

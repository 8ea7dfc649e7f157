import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { waitUntil } from "../harness/wait-until.ts";
import { EDITIONS } from "./edition.ts";
import { readCards } from "./read-cards.ts";
import { sampleMail, SAMPLE_USER } from "./sample.ts";
import { makeSigner, type Signer } from "./signed-mail.ts";
import { Stage } from "./stage.ts";

const IMPORT = `
  const database = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
  const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
  file.initWithPath(arguments[1]);
  database.addCertFromBase64(arguments[0], ",C,");
  database.importPKCS12File(file, "");
`;

const UID = "budget-2027@example.com";

/** What the invitation says, and nothing outside of it. */
const TEXTS = ["Budget 2027", "Room 4", "First draft", "kim@example.net", "Kim Larsen"];

describe.each(EDITIONS)("an invitation encrypted with S/MIME ($name edition)", (edition) => {
  let stage: Stage;
  let user: Signer;

  beforeAll(async () => {
    user = makeSigner(SAMPLE_USER.email);
    stage = await Stage.start(edition, { identities: [SAMPLE_USER] });
    await stage.thunderbird.run(IMPORT, user.authority, user.keys);
    await receive(Buffer.from(sampleMail("budget-request")), "encrypted");
  });

  afterAll(async () => {
    await stage.stop();
  });

  /** Its Subject is outside, and says nothing. */
  async function receive(message: Uint8Array | string, name: string): Promise<void> {
    const encrypted = user
      .encrypt(message)
      .replace(/^Message-ID:.*$/im, `Message-ID: <${name}@example.com>`)
      .replace(/^Subject:.*$/im, "Subject: ...");
    await stage.receive(encrypted);
    await stage.waitForAction(({ isEnabled }) => isEnabled);
  }

  /** All that the add-on keeps, but the clicks: they hold the answer as it left. */
  async function readStores(): Promise<string> {
    return stage.thunderbird.background(edition.id).evaluate(async () => {
      const ask = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(new Error(String(request.error)));
          };
        });
      const stores: unknown[] = [];
      for (const { name = "" } of await indexedDB.databases()) {
        const database = await ask(indexedDB.open(name));
        for (const store of [...database.objectStoreNames].filter((one) => one !== "intents")) {
          stores.push(await ask(database.transaction(store).objectStore(store).getAll()));
        }
        database.close();
      }
      const { session, local } = messenger.storage;
      return JSON.stringify([stores, await session.get(), await local.get()]);
    });
  }

  it("is not looked into before the user opens the card", async () => {
    expect(await stage.waitForAction(({ isEnabled }) => isEnabled)).toMatchObject({ badge: null });
    expect(await readStores()).not.toContain(UID);
  });

  it("is shown on the card, which says that it was encrypted", async () => {
    const popup = await stage.openPopup();
    await popup.waitFor("[data-invitation]");

    expect(await readCards(popup)).toMatchObject([{ invitation: UID, state: "new" }]);
    expect(await popup.text("article")).toContain("Budget 2027");
    expect(await popup.text(".encrypted")).toContain("was encrypted");
    await stage.closePopup();
  });

  it("is answered by a second click, which says that the answer can be read by others", async () => {
    const popup = await stage.openPopup();
    await popup.waitFor('button[data-action="accept"]');
    await popup.click('button[data-action="accept"]');
    await popup.waitFor(".question");

    expect(await popup.text(".question")).toContain("your answer is not");
    expect(stage.smtp.received).toHaveLength(0);

    await popup.click('.question button[data-action="confirm"]');
    await stage.waitForOutcome(popup, "sent", "queued");
    await stage.closePopup();
    await stage.thunderbird.sendUnsentMessages();
    await stage.smtp.waitFor(1);
    const sent = new TextDecoder().decode(stage.smtp.received[0]?.bytes);
    expect(sent).toMatch(/PARTSTAT=ACCEPTED/);
  });

  it("leaves its UID and the answer in the record, none of its texts", async () => {
    const kept = await waitUntil("the copy in Sent was read as well", async () => {
      const stores = await readStores();
      return stores.includes('"method":"REPLY"') && stores;
    });

    expect(kept).toContain(UID);
    expect(kept).toContain('"canAnswer":false');
    expect(kept).toContain("ACCEPTED");
    expect(TEXTS.filter((text) => kept.includes(text))).toEqual([]);
  });

  it.each(["detached", "opaque"] as const)(
    "is read where it was signed before: %s",
    async (form) => {
      const signed = makeSigner("dana@example.com").sign(sampleMail("budget-request"), form);
      await receive(signed, form);
      const popup = await stage.openPopup();
      await popup.waitFor("[data-invitation]");

      expect(await readCards(popup)).toMatchObject([{ invitation: UID, state: "duplicate" }]);
      await stage.closePopup();
    },
  );

  it("is read without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});

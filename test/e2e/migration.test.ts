import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askBackground } from "./ask-background.ts";
import { CALENDAR } from "./edition.ts";
import { readRecord } from "./kept-record.ts";
import { Stage } from "./stage.ts";

describe("a record of version 1", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR);
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("is taken over with its events and clicks, and what is over can be folded", async () => {
    await stage.thunderbird.background(CALENDAR.id).evaluate(writeVersion1, CARD);
    expect(await askBackground<string>(stage, "readMemory")).toBe("kept");

    const { events, intents } = await readRecord(stage);
    expect(events).toEqual([
      { uid: "old@example.org", sources: ["old-message@example.org REQUEST"], decisions: [] },
    ]);
    expect(intents).toEqual([
      { id: "1", card: CARD, state: "sent", messageIds: [] },
      { id: "2", card: CARD, state: "sent", messageIds: [] },
    ]);
    expect(await stage.thunderbird.background(CALENDAR.id).evaluate(readStores)).toEqual({
      version: 4,
      stores: ["events", "intents", "looks", "places", "scanned", "scans"],
      due: 1,
      clicks: [
        { organizer: "boss@example.org", recurrenceId: "", sequence: 2 },
        { organizer: "", recurrenceId: "", sequence: null },
      ].map((about) => ({ uid: "old@example.org", ...about })),
    });
  });
});

/** Message, UID, RECURRENCE-ID and occurrence, as a click names its card. */
const CARD = JSON.stringify(["old-message@example.org", "old@example.org", null, null]);

/** In place of what the add-on made at its start. Runs in the background page. */
function writeVersion1(card: string): Promise<void> {
  const fact = {
    source: "old-message@example.org",
    uid: "old@example.org",
    organizer: "boss@example.org",
    method: "REQUEST",
    date: 0,
    from: "boss@example.org",
    sender: "verified",
    doubtful: false,
    entries: [
      {
        recurrenceId: "",
        sequence: 0,
        dtstamp: 0,
        snapshot: {
          start: "2020-01-01T10:00:00Z",
          end: "2020-01-01T11:00:00Z",
          summary: "Long ago",
          location: "",
          description: "",
          status: "",
          recurrence: [],
          attendees: [],
          links: [],
        },
        attendees: [],
        author: null,
        partstat: null,
        cancelled: false,
      },
    ],
  };
  return new Promise((resolve, reject) => {
    // In one go, or the add-on itself could make its own in between.
    indexedDB.deleteDatabase("convene");
    const request = indexedDB.open("convene", 1);
    request.onerror = () => {
      reject(new Error(String(request.error)));
    };
    request.onupgradeneeded = () => {
      const database = request.result;
      const events = database.createObjectStore("events", { keyPath: "uid" });
      events.put({ uid: fact.uid, facts: [fact], decisions: [] });
      const intents = database.createObjectStore("intents", { keyPath: "id" });
      intents.createIndex("card", ["card", "at"]);
      intents.createIndex("state", "state");
      const click = { card, state: "sent", letters: [] };
      const { uid, organizer } = fact;
      const decision = { uid, organizer, recurrenceId: "", sequence: 2 };
      intents.put({ ...click, id: "1", at: 1, decision });
      intents.put({ ...click, id: "2", at: 2, decision: null });
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** Runs in the background page. */
function readStores(): Promise<{
  version: number;
  stores: string[];
  due: number;
  clicks: unknown[];
}> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("convene");
    request.onerror = () => {
      reject(new Error(String(request.error)));
    };
    request.onsuccess = () => {
      const database = request.result;
      const { version, objectStoreNames } = database;
      const transaction = database.transaction(["events", "intents"]);
      const due = transaction.objectStore("events").index("due").count();
      const ofEvent = IDBKeyRange.bound(["old@example.org", 0], ["old@example.org", 9]);
      const clicks = transaction.objectStore("intents").index("event").getAll(ofEvent);
      transaction.oncomplete = () => {
        database.close();
        resolve({
          version,
          stores: [...objectStoreNames],
          due: due.result,
          clicks: (clicks.result as { about: unknown }[]).map(({ about }) => about),
        });
      };
    };
  });
}

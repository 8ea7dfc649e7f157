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
    await stage.thunderbird.background(CALENDAR.id).evaluate(writeVersion1);
    expect(await askBackground<string>(stage, "readMemory")).toBe("kept");

    const { events, intents } = await readRecord(stage);
    expect(events).toEqual([
      { uid: "old@example.org", sources: ["old-message@example.org REQUEST"], decisions: [] },
    ]);
    expect(intents).toEqual([{ id: "1", card: "card", state: "sent", messageIds: [] }]);
    expect(await stage.thunderbird.background(CALENDAR.id).evaluate(readStores)).toEqual({
      version: 3,
      stores: ["events", "intents", "looks", "places", "scanned", "scans"],
      due: 1,
    });
  });
});

/** In place of what the add-on made at its start. Runs in the background page. */
function writeVersion1(): Promise<void> {
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
    indexedDB.deleteDatabase("convene").onsuccess = () => {
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
        intents.put({ id: "1", card: "card", at: 0, state: "sent", letters: [] });
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

/** Runs in the background page. */
function readStores(): Promise<{ version: number; stores: string[]; due: number }> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("convene");
    request.onerror = () => {
      reject(new Error(String(request.error)));
    };
    request.onsuccess = () => {
      const database = request.result;
      const { version, objectStoreNames } = database;
      const due = database.transaction("events").objectStore("events").index("due").count();
      due.onsuccess = () => {
        database.close();
        resolve({ version, stores: [...objectStoreNames], due: due.result });
      };
    };
  });
}

import type { Stage } from "../../test/e2e/stage.ts";

/** Events written in one transaction. */
const BATCH = 5_000;

/** Writes events, from number `first` to `end`, as the add-on itself keeps them. */
export async function seedLedger(stage: Stage, first: number, end: number): Promise<void> {
  // Not in the background page, which Thunderbird ends when it seems idle.
  const page = await stage.thunderbird.openTab(stage.edition.id, "ui/notice/notice.html");
  for (let from = first; from < end; from += BATCH) {
    await page.evaluate(writeEvents, from, Math.min(end, from + BATCH));
  }
}

/** Runs in a page of the add-on: it sees nothing but its parameters. */
async function writeEvents(from: number, end: number): Promise<void> {
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(String(request.error)));
      };
    });
  const hour = 3_600_000;
  const now = Date.now();
  const eventOf = (index: number): object => {
    const uid = `seeded-${index}@bench`;
    const start = new Date(now + (index % 700) * 24 * hour).toISOString();
    const factOf = (sequence: number): object => ({
      source: `seeded-${index}-${sequence}@bench`,
      uid,
      organizer: "juergen@example.com",
      method: "REQUEST",
      date: now - 1000 * hour + sequence,
      from: "juergen@example.com",
      sender: "verified",
      doubtful: false,
      entries: [
        {
          recurrenceId: "",
          sequence: sequence - 5,
          dtstamp: now - 1000 * hour + sequence * 1000,
          snapshot: {
            start,
            end: start,
            summary: `Meeting ${index}`,
            location: `Room ${index % 40}`,
            description: "What we talk about. ".repeat(20),
            status: "CONFIRMED",
            recurrence: [],
            attendees: Array.from(
              { length: 8 },
              (_, guest) => `guest${guest}@example.com ACCEPTED`,
            ),
            links: [],
          },
          attendees: Array.from({ length: 8 }, (_, guest) => `guest${guest}@example.com`),
          author: null,
          partstat: null,
          cancelled: false,
        },
      ],
    });
    const facts = index % 3 === 0 ? [factOf(0), factOf(1)] : [factOf(0)];
    return { uid, facts, decisions: [], due: now + 500 * 24 * hour };
  };
  const database = await settled(indexedDB.open("convene"));
  const transaction = database.transaction("events", "readwrite");
  const store = transaction.objectStore("events");
  for (let index = from; index < end; index += 1) {
    store.put(eventOf(index));
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(new Error(String(transaction.error)));
    };
  });
  database.close();
}

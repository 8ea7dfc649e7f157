import { messenger } from "./messenger.ts";

const KEY = "toldNotices";

/** The last ones: a version that comes again after so many others is old mail. */
const MAX_TOLD = 200;

let last: Promise<unknown> = Promise.resolve();

/** Remembers that something is told; false where it was told before. One claim after the other. */
export function claimNotice(key: string): Promise<boolean> {
  const claimed = last.then(() => claim(key));
  last = claimed.catch(() => undefined);
  return claimed;
}

async function claim(key: string): Promise<boolean> {
  const { [KEY]: stored } = await messenger.storage.local.get(KEY);
  const told = Array.isArray(stored) ? (stored as readonly unknown[]) : [];
  if (told.includes(key)) {
    return false;
  }
  await messenger.storage.local.set({ [KEY]: [...told, key].slice(-MAX_TOLD) });
  return true;
}

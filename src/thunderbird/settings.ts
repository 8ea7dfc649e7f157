import type { Settings } from "../app/ports.ts";
import { messenger } from "./messenger.ts";

const DEFAULTS: Settings = { aliases: [], authserv: null, attachCopy: false };

/** What the user chose; what he did not choose is as the defaults say. */
export async function readSettings(): Promise<Settings> {
  const stored = await messenger.storage.local.get({ ...DEFAULTS });
  return stored as unknown as Settings;
}

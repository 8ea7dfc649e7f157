import type { Granted } from "../app/ports.ts";
import { messenger } from "./messenger.ts";

/** What the manifest asks for and what the user allowed since. */
export async function granted(): Promise<Granted> {
  const { permissions = [] } = await messenger.permissions.getAll();
  return new Set<string>(permissions);
}

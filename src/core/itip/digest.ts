import { fingerprint } from "./fingerprint.ts";
import { SNAPSHOT_FIELDS, type Snapshot } from "./snapshot.ts";

/** Equal for two entries with the same content, whether all of it is still kept or not. */
export function digestOf(snapshot: Snapshot): string {
  const values = SNAPSHOT_FIELDS.map((field) => snapshot[field]);
  return snapshot.digest ?? fingerprint(JSON.stringify(values));
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What has to be undone when this process ends, however it ends; newest first. */
const pending = new Set<() => void>();

/** `undo` runs when the process ends, unless the function given back was called before. */
export function atExit(undo: () => void): () => void {
  if (pending.size === 0) {
    listen();
  }
  pending.add(undo);
  return () => pending.delete(undo);
}

function undoAll(): void {
  for (const undo of [...pending].reverse()) {
    pending.delete(undo);
    undo();
  }
}

let isListening = false;

function listen(): void {
  if (isListening) {
    return;
  }
  isListening = true;
  process.on("exit", undoAll);
  for (const [signal, number] of [["SIGINT", 2] as const, ["SIGTERM", 15] as const]) {
    process.once(signal, () => process.exit(128 + number));
  }
}

/** An empty folder that is gone when the process ends; servers of other users may enter it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "convene-"));
  atExit(() => {
    removeFolder(folder);
  });
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

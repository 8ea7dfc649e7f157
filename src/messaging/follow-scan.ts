import type { ScanView } from "../app/scan/scan.ts";
import { request } from "./client.ts";

/** Often enough for a bar that moves; asking costs the background next to nothing. */
const WHILE_RUNNING_MS = 500;
/** It may be started elsewhere. */
const WHILE_RESTING_MS = 5000;

/**
 * Tells of the scan now and whenever it has come further, until the function given back is called.
 * It asks again and again, so that it survives the background being ended and started in between.
 */
export function followScan(show: (scan: ScanView) => void): () => void {
  let isFollowed = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    const scan = await request("readScan").catch((error: unknown) => {
      console.error(error);
      return null;
    });
    if (isFollowed) {
      if (scan !== null) {
        show(scan);
      }
      const isRunning = scan?.state === "running";
      timer = setTimeout(() => void ask(), isRunning ? WHILE_RUNNING_MS : WHILE_RESTING_MS);
    }
  };
  void ask();
  return () => {
    isFollowed = false;
    clearTimeout(timer);
  };
}

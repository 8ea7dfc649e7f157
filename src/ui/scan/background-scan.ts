import { request } from "../../messaging/client.ts";
import type { ScanDesk } from "./scan-view.ts";

/** The scan is the background's matter, and goes on when the page is closed. */
export const backgroundScan: ScanDesk = {
  read: () => request("readScan"),
  start: () => request("startScan"),
  pause: () => request("pauseScan"),
  resume: () => request("resumeScan"),
  cancel: () => request("cancelScan"),
};

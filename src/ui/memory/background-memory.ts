import { request } from "../../messaging/client.ts";
import type { MemoryDesk } from "./memory-notice.ts";

export const backgroundMemory: MemoryDesk = {
  read: () => request("readMemory"),
  mend: () => request("mendMemory"),
};

import type { Looks } from "../app/scan/scan-ports.ts";
import { openLedger } from "./database.ts";

export const looks: Looks = {
  async all() {
    const database = await openLedger();
    const [folders, found] = await Promise.all([
      database.getAllKeys("looks"),
      database.getAll("looks"),
    ]);
    return new Map(found.map((look, index) => [folders[index] ?? "", look]));
  },

  async get(folderId) {
    const database = await openLedger();
    return (await database.get("looks", folderId)) ?? null;
  },

  async put(folderId, look) {
    const database = await openLedger();
    await database.put("looks", look, folderId);
  },
};

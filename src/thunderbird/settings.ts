import type { SettingsStore } from "../app/ports.ts";
import { messenger } from "./messenger.ts";

export const settingsStore: SettingsStore = {
  async read() {
    const [stored, managed] = await Promise.all([messenger.storage.local.get(), readManaged()]);
    return { stored, managed };
  },

  async write(values) {
    await messenger.storage.local.set({ ...values });
  },

  async remove(names) {
    await messenger.storage.local.remove([...names]);
  },
};

async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await messenger.storage.managed.get();
  } catch {
    // Thunderbird rejects where no administrator set anything.
    return {};
  }
}

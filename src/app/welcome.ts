import type { SettingsStore } from "./ports.ts";

/** Whether the first page is shown when the add-on was just installed: an administrator may say no. */
export async function wantsWelcome(store: Pick<SettingsStore, "read">): Promise<boolean> {
  const { managed } = await store.read();
  return managed["welcome"] !== false;
}

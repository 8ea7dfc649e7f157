import { messenger } from "./messenger.ts";

const ID = "banner";

/** Puts the banner's script into every message that is displayed from now on. */
export async function registerBanner(): Promise<void> {
  const { messageDisplay } = messenger.scripting;
  const known = await messageDisplay.getRegisteredScripts();
  if (!known.some(({ id }) => id === ID)) {
    await messageDisplay.registerScripts([{ id: ID, js: ["ui/banner/banner.js"] }]);
  }
}

/** Messages that are displayed keep it until they are left. */
export async function unregisterBanner(): Promise<void> {
  const { messageDisplay } = messenger.scripting;
  const known = await messageDisplay.getRegisteredScripts();
  if (known.some(({ id }) => id === ID)) {
    await messageDisplay.unregisterScripts({ ids: [ID] });
  }
}

import polyfill from "webextension-polyfill";

/** The WebExtension APIs; the polyfill hands on Thunderbird's own promises, its types know Firefox only. */
export const messenger = polyfill as unknown as typeof globalThis.messenger;

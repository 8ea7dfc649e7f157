import type { Capabilities } from "./capabilities.ts";

export { nativeTransport as transport } from "./transport-native.ts";

/** With our Experiments. */
export const capabilities: Capabilities = { sendsAtOnce: true, hasCalendars: false };

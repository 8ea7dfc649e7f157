import type { Capabilities } from "./capabilities.ts";

export { calendars, hideBuiltInBar, onCalendarChange } from "./calendars.ts";
export { nativeSignatures as signatures } from "./signatures.ts";
export { nativeTransport as transport } from "./transport-native.ts";

/** With our Experiments. */
export const capabilities: Capabilities = { sendsAtOnce: true, hidesBuiltInBar: true };

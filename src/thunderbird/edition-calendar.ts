import type { Calendars } from "../app/ports.ts";
import type { Capabilities } from "./capabilities.ts";

export { nativeSignatures as signatures } from "./signatures.ts";
export { nativeTransport as transport } from "./transport-native.ts";

/** With our Experiments. */
export const capabilities: Capabilities = { sendsAtOnce: true };

/** Not yet. */
export const calendars = (): Promise<Calendars | null> => Promise.resolve(null);

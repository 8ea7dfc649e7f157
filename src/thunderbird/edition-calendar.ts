import type { Transports } from "../app/ports.ts";
import type { Capabilities } from "./capabilities.ts";
import { nativeTransport } from "./transport-native.ts";
import { outboxTransport } from "./transport-outbox.ts";

export { twin } from "./twin-of-calendar.ts";
export { calendars, hideBuiltInBar, onCalendarChange } from "./calendars.ts";
export { nativeSignatures as signatures } from "./signatures.ts";

export const transports: Transports = { atOnce: nativeTransport, outbox: outboxTransport };

/** With our Experiments. */
export const capabilities: Capabilities = { sendsAtOnce: true, hidesBuiltInBar: true };

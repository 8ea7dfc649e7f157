import type { Calendars, Transports } from "../app/ports.ts";
import type { Capabilities } from "./capabilities.ts";
import { outboxTransport } from "./transport-outbox.ts";

export { twin } from "./twin-of-store.ts";
export { uncheckedSignatures as signatures } from "./signatures-unchecked.ts";

export const transports: Transports = { atOnce: null, outbox: outboxTransport };

/** Official APIs only. */
export const capabilities: Capabilities = { sendsAtOnce: false, hidesBuiltInBar: false };

/** No official API reaches them. */
export const calendars = (): Promise<Calendars | null> => Promise.resolve(null);

export function onCalendarChange(): void {
  // Nobody would tell.
}

export const hideBuiltInBar = (): Promise<void> => Promise.resolve();

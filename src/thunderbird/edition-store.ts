import type { Calendars } from "../app/ports.ts";
import type { Capabilities } from "./capabilities.ts";

export { uncheckedSignatures as signatures } from "./signatures-unchecked.ts";
export { outboxTransport as transport } from "./transport-outbox.ts";

/** Official APIs only. */
export const capabilities: Capabilities = { sendsAtOnce: false, hidesBuiltInBar: false };

/** No official API reaches them. */
export const calendars = (): Promise<Calendars | null> => Promise.resolve(null);

export function onCalendarChange(): void {
  // Nobody would tell.
}

export const hideBuiltInBar = (): Promise<void> => Promise.resolve();

import type { Capabilities } from "./capabilities.ts";

export { outboxTransport as transport } from "./transport-outbox.ts";

/** Official APIs only. */
export const capabilities: Capabilities = { sendsAtOnce: false, hasCalendars: false };

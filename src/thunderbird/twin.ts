import { messenger } from "./messenger.ts";

/*
 * The two editions can be installed together. Nobody else is heard, and nobody else is asked.
 */

export const STORE_ID = "convene@convene-for-thunderbird";
export const CALENDAR_ID = "convene-calendar@convene-for-thunderbird";

/**
 * "present": are you there? "started": look again whether I am. "ledger": what you know, as text.
 */
export type TwinRequest = "present" | "started" | "ledger";

/** What the other edition is to this one. */
export interface Twin {
  /** It is there and does the work, so that nothing happens twice. */
  isAtWork(): Promise<boolean>;
  /** It is there and rests. */
  isResting(): Promise<boolean>;
  /** What it knows; null where it cannot be asked. */
  readLedger(): Promise<string | null>;
  /** Tells it that this one is there. */
  announce(): Promise<void>;
  /** Call it at the top level. */
  listen(ears: Ears): void;
}

export interface Ears {
  readonly ledger: () => Promise<string>;
  readonly started: () => Promise<void>;
}

/** Null where it is not there, or does not know the request. */
export async function askTwin(id: string, request: TwinRequest): Promise<unknown> {
  try {
    return await messenger.runtime.sendMessage(id, { convene: request });
  } catch {
    // Not installed, or disabled.
    return null;
  }
}

/** Answers one add-on alone; Thunderbird says who asks. */
export function answerTwin(
  id: string,
  answers: Partial<Record<TwinRequest, () => Promise<unknown>>>,
): void {
  messenger.runtime.onMessageExternal.addListener((message: unknown, sender) => {
    const request = sender.id === id ? requestOf(message) : null;
    return request === null ? undefined : answers[request]?.();
  });
}

const REQUESTS: readonly TwinRequest[] = ["present", "started", "ledger"];

function requestOf(message: unknown): TwinRequest | null {
  return typeof message === "object" && message !== null && "convene" in message
    ? (REQUESTS.find((request) => request === message.convene) ?? null)
    : null;
}

import type { Fact } from "../../core/itip/fact.ts";
import { holdsCalendar } from "../../core/mail/calendar-parts.ts";
import { noteInvitations } from "../note-invitations.ts";
import type { World } from "../ports.ts";
import { factsOf, inspectMessage, isRemembered } from "../read-message.ts";
import type { ListedMessage } from "./scan-ports.ts";

/** Octets: reading a larger one would keep a click waiting; it is read when it is displayed. */
export const MAX_SCANNED_BYTES = 8 * 1024 * 1024;

/** What a message in a list came to. */
export type ListedReading =
  /** What it says; nothing for ordinary mail. */
  | { readonly kind: "read"; readonly facts: readonly Fact[] }
  /** Nothing in it counts, or it is older than what was asked for. */
  | { readonly kind: "passed-over" }
  | { readonly kind: "too-large" }
  /** Not downloaded and no network, or broken. */
  | { readonly kind: "unreadable" };

/** Reads a message for what it says of events; ordinary mail is only looked through. */
export async function readListed(message: ListedMessage, world: World): Promise<ListedReading> {
  if (!isRemembered(message)) {
    return { kind: "passed-over" };
  }
  if (message.size > MAX_SCANNED_BYTES) {
    return { kind: "too-large" };
  }
  const bytes = await readQuietly(message, world);
  if (bytes === null) {
    return { kind: "unreadable" };
  }
  if (!holdsCalendar(bytes)) {
    return { kind: "read", facts: [] };
  }
  const inspection = await inspectMessage(message, bytes, world);
  const facts = factsOf(message, inspection);
  if (facts.length > 0) {
    await noteInvitations(inspection, world);
  }
  return { kind: "read", facts };
}

/** Without a word on the console: offline this is the ordinary case, and it is counted. */
async function readQuietly(
  { messageId }: ListedMessage,
  { mailbox }: World,
): Promise<Uint8Array | null> {
  try {
    return await mailbox.readRaw(messageId);
  } catch {
    return null;
  }
}

import { messenger } from "./messenger.ts";
import { findIn, sentMessages } from "./sent-messages.ts";
import type { Outgoing, Sending, Transport } from "../app/ports.ts";

/** Where Thunderbird sends in the background, the Outbox is empty again well within this time. */
const FLUSH_DEADLINE = 10_000;
/** How long the copy in Sent may take once the Outbox is empty: a slow IMAP server's APPEND. */
const COPY_DEADLINE = 30_000;
const INTERVAL = 250;

/** With official APIs only: into the Outbox; Thunderbird sends it now or at the next flush. */
export const outboxTransport: Transport = {
  name: "outbox",

  async send(outgoing) {
    const { headerMessageId } = outgoing;
    // A second try finds the first one still waiting; importing it again would be refused.
    if ((await findIn("outbox", headerMessageId)).length === 0) {
      const problem = await putIntoOutbox(outgoing);
      if (problem !== null) {
        return { kind: "failed", ...problem };
      }
    }
    return watch(headerMessageId);
  },
};

async function putIntoOutbox({
  identityId,
  bytes,
}: Outgoing): Promise<{ reason: string; status: string } | null> {
  const [outbox] = await messenger.folders.query({ specialUse: ["outbox"] });
  if (outbox?.id === undefined) {
    return { reason: "", status: "no-outbox" };
  }
  // Thunderbird sends with the identity that this field names, and strips it.
  const parts = [`X-Identity-Key: ${identityId}\r\n`, bytes as Uint8Array<ArrayBuffer>];
  const file = new File(parts, "reply.eml", { type: "message/rfc822" });
  try {
    await messenger.messages.import(file, outbox.id, { read: true });
    return null;
  } catch (error) {
    return { reason: error instanceof Error ? error.message : "", status: "import" };
  }
}

async function watch(headerMessageId: string): Promise<Sending> {
  let end = performance.now() + FLUSH_DEADLINE;
  let where = await sentMessages.find(headerMessageId);
  let hasLeft = where === "nowhere";
  while (where !== "sent" && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
    where = await sentMessages.find(headerMessageId);
    if (where === "nowhere" && !hasLeft) {
      hasLeft = true;
      end = performance.now() + COPY_DEADLINE;
    }
  }
  const kinds = { sent: "sent", waiting: "queued", nowhere: "unknown" } as const;
  return { kind: kinds[where] };
}

/** The Message-ID of a message, without angle brackets. */
export function messageIdOf(message: Uint8Array | string): string {
  const text = typeof message === "string" ? message : Buffer.from(message).toString("latin1");
  const found = /^message-id:\s*<([^>]+)>/im.exec(text)?.[1];
  if (found === undefined) {
    throw new Error("The message has no Message-ID.");
  }
  return found;
}

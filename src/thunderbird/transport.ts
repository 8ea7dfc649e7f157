/** A finished message. */
export interface Outgoing {
  readonly identityId: string;
  readonly bytes: Uint8Array;
  /** Its Message-ID, without angle brackets. */
  readonly headerMessageId: string;
}

/** What became of it; unknown: it left the Outbox, but there is no copy in Sent. */
export type Sending =
  | { readonly kind: "sent" | "queued" | "unknown" }
  | { readonly kind: "failed"; readonly reason: string; readonly status: string };

export interface Transport {
  readonly name: "native" | "outbox";
  send(outgoing: Outgoing): Promise<Sending>;
}

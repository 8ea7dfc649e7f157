/** What became of a message (schema.json of src/experiments/conveneTransport). */
export interface Delivery {
  readonly outcome: "sent" | "queued" | "failed";
  readonly reason: string;
  readonly status: string;
}

/** The namespace of src/experiments/conveneTransport. */
export interface ConveneTransport {
  send(identityId: string, message: string, isCopied: boolean): Promise<Delivery>;
}

/** What is known of a signature (schema.json of src/experiments/conveneSignatures). */
export interface Verification {
  readonly outcome: "valid" | "invalid" | "unseen";
  readonly addresses: readonly string[];
}

/** The namespace of src/experiments/conveneSignatures. */
export interface ConveneSignatures {
  verify(messageId: number): Promise<Verification>;
}

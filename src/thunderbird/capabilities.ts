/** What the add-on can do here. Code asks this, never which edition it is. */
export interface Capabilities {
  /** An answer leaves at once, and a refusal is heard of. */
  readonly sendsAtOnce: boolean;
  /** Thunderbird's own bar above invitations can be hidden. */
  readonly hidesBuiltInBar: boolean;
}

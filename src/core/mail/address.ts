/** A mailbox of a header field: display name ("" where there is none) and addr-spec as written. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

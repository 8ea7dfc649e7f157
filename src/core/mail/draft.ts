import type { Mailbox } from "./address.ts";
import type { HeaderField } from "./mail.ts";

/** A message to be written; all text may come from strangers. */
export interface Draft {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  /** How far local time is ahead of UTC; 0 where missing. */
  readonly offsetMinutes?: number;
  /** Without angle brackets, as everywhere. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  /** The oldest first. */
  readonly references: readonly string[];
  /** Further fields, such as X-Identity-Key. */
  readonly fields: readonly HeaderField[];
  readonly body: DraftPart;
}

export type DraftPart = DraftLeaf | DraftMultipart;

export interface DraftLeaf {
  readonly mediaType: string;
  /** Parameters of Content-Type in their order; text is written as UTF-8. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** An attachment has a file name; null for a part of the text. */
  readonly attachmentName: string | null;
  readonly text: string;
}

export interface DraftMultipart {
  readonly mediaType: "multipart/alternative" | "multipart/mixed";
  readonly children: readonly DraftPart[];
}

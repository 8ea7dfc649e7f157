import type { Mailbox } from "./address.ts";

/** Half-open range of byte offsets in the message. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, encoded words not yet decoded. */
  readonly value: string;
}

/** One node of the MIME tree (RFC 2045, RFC 2046). */
export interface Part {
  /** As IMAP numbers it (RFC 9051 §6.4.5): a root leaf is "1"; "" for a multipart root. */
  readonly number: string;
  readonly fields: readonly HeaderField[];
  /** Type and subtype in lower case; text/plain where Content-Type is missing or unreadable. */
  readonly mediaType: string;
  /** Content-Type's parameters: names in lower case, values decoded (RFC 2231). */
  readonly parameters: ReadonlyMap<string, string>;
  /** Lower case: "inline", "attachment" … */
  readonly disposition: string | null;
  /** Of Content-Disposition's filename, else Content-Type's name. */
  readonly fileName: string | null;
  /** Lower case, as declared; null where the field is missing. */
  readonly transferEncoding: string | null;
  /** In the message; for a part from within a container, in what the container holds. */
  readonly body: ByteRange;
  /** Of a multipart; of a message/rfc822 the root of the message within. */
  readonly children: readonly Part[];
}

/** What the header of a message says (RFC 5322), decoded. */
export interface Envelope {
  readonly from: readonly Mailbox[];
  readonly sender: Mailbox | null;
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** Delivered-To, X-Original-To and Envelope-To, bare addresses. */
  readonly deliveredTo: readonly string[];
  readonly subject: string;
  /** With its angle brackets stripped; null where missing. */
  readonly messageId: string | null;
  readonly references: readonly string[];
  /** Milliseconds since 1970 (UTC); null where Date is missing or unreadable. */
  readonly date: number | null;
  /** Values of all Authentication-Results, topmost first. */
  readonly authenticationResults: readonly string[];
  /** List-Id, List-Post or Precedence: list is there. */
  readonly isFromList: boolean;
}

/** A limit that the message passes (docs/limits.md); what lies beyond was not read. */
export interface PassedLimit {
  /** Name of the constant in limits.ts. */
  readonly limit: string;
  readonly allowed: number;
  readonly found: number;
}

export interface Mail {
  readonly bytes: Uint8Array;
  readonly envelope: Envelope;
  readonly root: Part;
  readonly passedLimits: readonly PassedLimit[];
}

/** Line from 1, offset from 0, both in the encoded body. */
export interface TransferProblem {
  readonly kind: "invalid-base64" | "invalid-quoted-printable" | "unknown-encoding";
  readonly offset: number;
  readonly line: number;
}

/** A part that is, or may hide, a calendar: by type, name or first bytes. */
export interface CalendarPart {
  /** Null for a bare .ics file. */
  readonly part: Part | null;
  /** From the root down to the part's parent. */
  readonly ancestors: readonly Part[];
  /** Envelope of the innermost message/rfc822 around the part, null outside of one. */
  readonly forwarded: Envelope | null;
  /** The body as it stands in the message. */
  readonly encoded: Uint8Array;
  /** After transfer decoding, otherwise as received. */
  readonly octets: Uint8Array;
  /** What does not decode as Content-Transfer-Encoding declares. */
  readonly transferProblem: TransferProblem | null;
  /** The charset parameter as written; null where missing. */
  readonly declaredCharset: string | null;
  /** Limits that this part passes; for the last of too many parts also MAX_CALENDAR_PARTS. */
  readonly passedLimits: readonly PassedLimit[];
}

/** A part whose content is hidden from us: an invitation may be in there. */
export interface Container {
  readonly kind: "tnef" | "smime-encrypted" | "smime-opaque-signed" | "openpgp-encrypted";
  readonly part: Part;
  /** A winmail.dat that calls itself ordinary mail, and so no invitation. */
  readonly isOrdinaryMail: boolean;
}

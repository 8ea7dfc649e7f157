import type { Mailbox } from "../mail/address.ts";
import { encodedBody, readLeaves } from "../mail/leaves.ts";
import type { Part } from "../mail/mail.ts";
import { readMail } from "../mail/read-mail.ts";
import { decodeTransfer } from "../mail/transfer-decoding.ts";

/** What a finished message of ours says, read from its bytes as its receiver reads it. */
export interface ReadLetter {
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  /** The METHOD that Content-Type declares. */
  readonly method: string;
  /** The content lines of the calendar object, unfolded. */
  readonly lines: readonly string[];
  /** The object is attached once more. */
  readonly hasCopy: boolean;
}

/** Reads back what was written: a preview made of anything else could differ from what leaves. */
export function readLetter(bytes: Uint8Array): ReadLetter {
  const mail = readMail(bytes);
  const { envelope } = mail;
  let letter: ReadLetter = {
    from: envelope.from[0] ?? null,
    to: envelope.to,
    subject: envelope.subject,
    text: "",
    method: "",
    lines: [],
    hasCopy: false,
  };
  for (const leaf of readLeaves(mail)) {
    if (leaf.kind === "leaf") {
      const { part } = leaf;
      const { octets } = decodeTransfer(encodedBody(leaf), part.transferEncoding);
      letter = { ...letter, ...saidBy(part, new TextDecoder().decode(octets)) };
    }
  }
  return letter;
}

function saidBy({ mediaType, disposition, parameters }: Part, body: string): Partial<ReadLetter> {
  if (disposition === "attachment") {
    return { hasCopy: true };
  }
  return mediaType === "text/calendar"
    ? { method: parameters.get("method") ?? "", lines: unfolded(body) }
    : { text: body.replaceAll("\r\n", "\n").trimEnd() };
}

function unfolded(object: string): readonly string[] {
  return object
    .replace(/\r\n[ \t]/g, "")
    .trimEnd()
    .split("\r\n");
}

import { MAX_REFERENCES } from "../limits.ts";
import { asciiDomain, isAddrSpec, splitAddress, type Mailbox } from "./address.ts";
import type { Draft } from "./draft.ts";
import { formatDate } from "./format-date.ts";
import { bodyText } from "./write-body.ts";
import { foldField, mailboxListWords, textWords } from "./write-field.ts";

export type WrittenMail =
  | { readonly kind: "written"; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A value that cannot be written without changing whom or what the message names. */
  | {
      readonly kind: "refused";
      readonly field: "From" | "To" | "Date" | "Message-ID";
      readonly value: string;
    };

/** What may stand in angle brackets (RFC 5322 §3.6.4), as tolerant as mail that we answer. */
const MESSAGE_ID = /^[!-;=?-~]{1,900}$/;

/** Names of fields (RFC 5322 §2.2). */
const FIELD_NAME = /^[!-9;-~]{1,70}$/;

/** The complete message (RFC 5322, RFC 2045), every line ended by CRLF. */
export function writeMail(draft: Draft): WrittenMail {
  const refused = refusal(draft);
  const date = formatDate(draft.date, draft.offsetMinutes);
  if (refused) {
    return refused;
  }
  if (date === null) {
    return { kind: "refused", field: "Date", value: String(draft.date) };
  }
  const header = [
    foldField("From", mailboxListWords([onTheWire(draft.from)])),
    foldField("To", mailboxListWords(draft.to.map(onTheWire))),
    foldField("Subject", textWords(draft.subject)),
    foldField("Date", [date]),
    foldField("Message-ID", [`<${draft.messageId}>`]),
    ...messageIdField("In-Reply-To", draft.inReplyTo === null ? [] : [draft.inReplyTo]),
    ...messageIdField("References", shortened(draft.references)),
    ...draft.fields
      .filter(({ name }) => FIELD_NAME.test(name))
      .map(({ name, value }) => foldField(name, textWords(value))),
    foldField("MIME-Version", ["1.0"]),
  ];
  const bytes = new TextEncoder().encode(header.join("") + bodyText(draft.body, draft.messageId));
  return { kind: "written", bytes };
}

function refusal({ from, to, messageId }: Draft): WrittenMail | null {
  if (!isAddrSpec(from.address)) {
    return { kind: "refused", field: "From", value: from.address };
  }
  const unwritable = to.find(({ address }) => !isAddrSpec(address));
  if (unwritable || to.length === 0) {
    return { kind: "refused", field: "To", value: unwritable?.address ?? "" };
  }
  return MESSAGE_ID.test(messageId) && messageId.includes("@")
    ? null
    : { kind: "refused", field: "Message-ID", value: messageId };
}

/** The domain in ASCII, which every server takes; a local part beyond ASCII needs SMTPUTF8. */
function onTheWire({ name, address }: Mailbox): Mailbox {
  const parts = splitAddress(address);
  return parts && /[^ -~]/.test(parts.domain)
    ? { name, address: `${parts.local}@${asciiDomain(parts.domain)}` }
    : { name, address };
}

function shortened(ids: readonly string[]): readonly string[] {
  return ids.length <= MAX_REFERENCES
    ? ids
    : [...ids.slice(0, 1), ...ids.slice(1 - MAX_REFERENCES)];
}

/** Identifiers that were received and cannot be written are left out. */
function messageIdField(name: string, ids: readonly string[]): readonly string[] {
  const written = ids.filter((id) => MESSAGE_ID.test(id));
  return written.length === 0
    ? []
    : [
        foldField(
          name,
          written.map((id) => `<${id}>`),
        ),
      ];
}

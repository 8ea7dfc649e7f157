import { decodeWords } from "postal-mime";
import type { Mailbox } from "./address.ts";
import { fieldValue, fieldValues } from "./header.ts";
import type { Envelope, HeaderField } from "./mail.ts";
import { readDate } from "./read-date.ts";
import { readMailboxes } from "./read-mailboxes.ts";

/** Fields in which a server writes the address that it delivered to. */
const DELIVERED_TO = new Set(["delivered-to", "x-original-to", "envelope-to"]);

export function readEnvelope(fields: readonly HeaderField[]): Envelope {
  const mailboxes = (name: string): readonly Mailbox[] =>
    fieldValues(fields, name).flatMap(readMailboxes);
  const date = fieldValue(fields, "date");
  return {
    from: mailboxes("from"),
    sender: mailboxes("sender")[0] ?? null,
    replyTo: mailboxes("reply-to"),
    to: mailboxes("to"),
    cc: mailboxes("cc"),
    deliveredTo: deliveredTo(fields),
    subject: decodeWords(fieldValue(fields, "subject") ?? ""),
    messageId: messageIds(fieldValue(fields, "message-id") ?? "")[0] ?? null,
    references: references(fields),
    date: date === null ? null : readDate(date),
    authenticationResults: fieldValues(fields, "authentication-results"),
    isFromList: isFromList(fields),
  };
}

function deliveredTo(fields: readonly HeaderField[]): readonly string[] {
  return fields
    .filter(({ name }) => DELIVERED_TO.has(name))
    .flatMap(({ value }) => readMailboxes(value))
    .map(({ address }) => address);
}

/** References, else In-Reply-To (RFC 5322 §3.6.4). */
function references(fields: readonly HeaderField[]): readonly string[] {
  const value = fieldValue(fields, "references") ?? fieldValue(fields, "in-reply-to") ?? "";
  return messageIds(value);
}

/** What stands in angle brackets; a bare word where there are none. */
function messageIds(value: string): readonly string[] {
  const bracketed = [...value.matchAll(/<([^<>]*)>/g)].map(([, id = ""]) => id.replace(/\s+/g, ""));
  return (bracketed.length > 0 ? bracketed : value.trim().split(/\s+/)).filter((id) => id !== "");
}

function isFromList(fields: readonly HeaderField[]): boolean {
  return fields.some(
    ({ name, value }) =>
      name === "list-id" ||
      name === "list-post" ||
      (name === "precedence" && value.toLowerCase() === "list"),
  );
}

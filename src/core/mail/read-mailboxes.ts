import { addressParser, decodeWords } from "postal-mime";
import { MAX_ADDRESS_FIELD_BYTES } from "../limits.ts";
import type { Mailbox } from "./address.ts";

/** An encoded word (RFC 2047 §2); its three fields hold no "?", so a search stays linear. */
const ENCODED_WORD = /=\?[^?\s]+\?[bq]\?[^?]*\?=/gi;

/** Stands for an encoded word while the field is taken apart; a private-use character. */
const MARK = "\uE000";

/**
 * The mailboxes of an address field, members of groups among them, those without an address left
 * out. Encoded words are hidden from the parser: they belong to display names alone (RFC 2047 §5),
 * but it would split the field at what they hide and take an address out of them.
 */
export function readMailboxes(value: string): readonly Mailbox[] {
  const text = value.slice(0, MAX_ADDRESS_FIELD_BYTES).replaceAll(MARK, "\uFFFD");
  const words = text.match(ENCODED_WORD) ?? [];
  let index = 0;
  const marked = text.replace(ENCODED_WORD, () => `${MARK}${index++}${MARK}`);
  const restore = (marks: string): string =>
    marks.replace(/\uE000(\d+)\uE000/g, (_, word) => words[Number(word)] ?? "");
  return addressParser(marked, { flatten: true }).flatMap(({ name = "", address = "" }) =>
    address.includes("@") && !address.includes(MARK)
      ? [{ name: decodeWords(restore(name)), address }]
      : [],
  );
}

import type { Mailbox } from "./address.ts";
import { encodedWords } from "./encoded-words.ts";

/** RFC 2047 §2 allows 76 characters in a line with encoded words, RFC 5322 §2.1.1 two more. */
const LINE_LENGTH = 76;

/** A longer run without white space cannot be folded: it is written as encoded words. */
const LONGEST_RUN = 60;

/** A field whose words are put on lines at the white space between them (RFC 5322 §2.2.3). */
export function foldField(name: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of words) {
    if (line.length + 1 + word.length > LINE_LENGTH && line !== `${name}:`) {
      lines.push(line);
      line = "";
    }
    line += ` ${word}`;
  }
  return `${[...lines, line].join("\r\n")}\r\n`;
}

/** Unstructured text (RFC 5322 §2.2.1) without what could end the field. */
export function textWords(text: string): readonly string[] {
  const line = oneLine(text);
  if (line === "") {
    return [];
  }
  return isPlain(line) ? line.split(" ") : encodedWords(line);
}

/** Display name and addr-spec (RFC 5322 §3.4). */
export function mailboxWords({ name, address }: Mailbox): readonly string[] {
  const display = oneLine(name);
  return display === "" ? [address] : [...phraseWords(display), `<${address}>`];
}

/** Several mailboxes, separated by commas. */
export function mailboxListWords(mailboxes: readonly Mailbox[]): readonly string[] {
  return mailboxes.flatMap((mailbox, index) => {
    const words = mailboxWords(mailbox);
    const isLast = index === mailboxes.length - 1;
    return isLast ? words : [...words.slice(0, -1), `${words.at(-1) ?? ""},`];
  });
}

/** Atoms, a short quoted string, or encoded words (RFC 5322 §3.2.5). */
function phraseWords(text: string): readonly string[] {
  if (isPlain(text) && /^[\w!#$%&'*+\-/=?^`{|}~ ]*$/.test(text)) {
    return text.split(" ");
  }
  return isPlain(text) && text.length <= LONGEST_RUN
    ? [`"${text.replace(/["\\]/g, "\\$&")}"`]
    : encodedWords(text);
}

/** Printable ASCII that can be folded and cannot be taken for an encoded word. */
function isPlain(line: string): boolean {
  return (
    /^[ -~]*$/.test(line) &&
    !line.includes("=?") &&
    line.split(" ").every((word) => word.length <= LONGEST_RUN)
  );
}

/** Control characters could end the field or the message: they become spaces, and runs one space. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

import { readLines } from "./lines.ts";
import type { HeaderField } from "./mail.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

const SPACE = 0x20;
const TAB = 0x09;

/** UTF-8 (RFC 6532), else windows-1252: what old software means by an 8-bit header. */
export function headerText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8; windows-1252 has a character for every octet.
    return decodeWindows1252(bytes);
  }
}

/** The fields of a header block, unfolded; a line that is no field is passed over. */
export function readHeader(bytes: Uint8Array): readonly HeaderField[] {
  const fields: HeaderField[] = [];
  let folded: string[] = [];
  const close = (): void => {
    const field = readField(folded.join(""));
    if (field) {
      fields.push(field);
    }
    folded = [];
  };
  for (const { start, end } of readLines(bytes)) {
    const isContinuation = bytes[start] === SPACE || bytes[start] === TAB;
    if (!isContinuation) {
      close();
    }
    folded.push(headerText(bytes.subarray(start, end)));
  }
  close();
  return fields;
}

/** A mailbox file's first line, "From boss@example.org Mon …", has its space before any colon. */
function readField(text: string): HeaderField | null {
  const colon = text.indexOf(":");
  const name = text.slice(0, Math.max(colon, 0)).trimEnd();
  if (name === "" || /[^!-~]/.test(name)) {
    return null;
  }
  const value = text
    .slice(colon + 1)
    .replace(/[\r\n]/g, " ")
    .replaceAll("\0", " ");
  return { name: name.toLowerCase(), value: value.trim() };
}

/** The first field of that name: RFC 5322 §3.6 allows the ones that we read only once. */
export function fieldValue(fields: readonly HeaderField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

export function fieldValues(fields: readonly HeaderField[], name: string): readonly string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value);
}

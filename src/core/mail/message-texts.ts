import { MAX_MESSAGE_TEXT_BYTES } from "../limits.ts";
import { encodedBody, readLeaves } from "./leaves.ts";
import type { Mail, Part } from "./mail.ts";
import { decodeTransfer } from "./transfer-decoding.ts";

/** What a message says to people: its text/plain and text/html parts, decoded, attachments aside. */
export function readMessageTexts(mail: Mail): readonly string[] {
  const texts: string[] = [];
  let left = MAX_MESSAGE_TEXT_BYTES;
  for (const leaf of readLeaves(mail)) {
    if (leaf.kind === "leaf" && isText(leaf.part) && left > 0) {
      const encoded = encodedBody(leaf).subarray(0, left);
      left -= encoded.length;
      const { octets } = decodeTransfer(encoded, leaf.part.transferEncoding);
      texts.push(decode(octets, leaf.part.parameters.get("charset") ?? null));
    }
  }
  return texts;
}

function isText({ mediaType, disposition }: Part): boolean {
  return (mediaType === "text/plain" || mediaType === "text/html") && disposition !== "attachment";
}

function decode(octets: Uint8Array, charset: string | null): string {
  try {
    return new TextDecoder(charset ?? "utf-8").decode(octets);
  } catch {
    // RangeError: no such charset. Links are ASCII in nearly all of them.
    return new TextDecoder("utf-8").decode(octets);
  }
}

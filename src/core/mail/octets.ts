import { lineNumberAt } from "./lines.ts";

/** The chunks, one behind the other. */
export function concatenate(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let length = 0;
  for (const chunk of chunks) {
    all.set(chunk, length);
    length += chunk.length;
  }
  return all;
}

/** Where the first octet beyond ASCII stands; the beginning where there is none (ISO 2022). */
export function firstOctetBeyondAscii(octets: Uint8Array): { line: number; offset: number } {
  const offset = Math.max(
    octets.findIndex((octet) => octet >= 0x80),
    0,
  );
  return { offset, line: lineNumberAt(octets, offset) };
}

/**
 * 128 bits, in hexadecimal, that tell one text from another. Not a cryptographic digest: it names
 * files without a Message-ID and long texts, and nothing is trusted because of it.
 */
export function fingerprint(text: string): string {
  return fingerprintOctets(new TextEncoder().encode(text));
}

/** Four lanes of multiply and shift, each octet into all of them: linear, and nothing is allocated. */
export function fingerprintOctets(octets: Uint8Array): string {
  let [a, b, c, d] = [0xdeadbeef, 0x41c6ce57, 0x02f6e2b1, 0x9e3779b9];
  for (const octet of octets) {
    a = Math.imul(a ^ octet, 2654435761);
    b = Math.imul(b ^ (octet + 1), 1597334677);
    c = Math.imul(c ^ (octet + 2), 2246822519);
    d = Math.imul(d ^ (octet + 3), 3266489917);
    a ^= a >>> 15;
    b ^= b >>> 13;
    c ^= c >>> 16;
    d ^= d >>> 14;
  }
  return [mix(a, b), mix(b, c), mix(c, d), mix(d, a)]
    .map((lane) => lane.toString(16).padStart(8, "0"))
    .join("");
}

/** Spreads what the last octets changed over the whole lane. */
function mix(lane: number, next: number): number {
  const product = Math.imul(lane ^ (lane >>> 16) ^ next, 2246822507);
  return (product ^ (product >>> 13)) >>> 0;
}

const OFFSETS: readonly number[] = [0xdeadbeef, 0x41c6ce57, 0x2f6e2b1, 0x9e3779b9];
const FACTORS: readonly number[] = [2654435761, 1597334677, 2246822519, 3266489917];

/**
 * 128 bits, in hexadecimal, that tell one text from another. Not a cryptographic digest: it names
 * files without a Message-ID and long texts, and nothing is trusted because of it.
 */
export function fingerprint(text: string): string {
  const lanes = [...OFFSETS];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    for (let lane = 0; lane < lanes.length; lane++) {
      lanes[lane] = mix((lanes[lane] ?? 0) ^ (code + lane), FACTORS[lane] ?? 1);
    }
  }
  return lanes
    .map((lane, index) => mix(lane ^ (lanes[(index + 1) % lanes.length] ?? 0), 2246822507))
    .map((lane) => (lane >>> 0).toString(16).padStart(8, "0"))
    .join("");
}

export function fingerprintOctets(octets: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < octets.length; start += CHUNK) {
    pieces.push(String.fromCharCode(...octets.subarray(start, start + CHUNK)));
  }
  return fingerprint(pieces.join(""));
}

/** Octets turned into characters at once; the engines bound the number of arguments. */
const CHUNK = 8192;

function mix(value: number, factor: number): number {
  const product = Math.imul(value, factor);
  return product ^ (product >>> 15);
}

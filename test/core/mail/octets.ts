/** Octets of a message given as lines; what is beyond ASCII becomes UTF-8. */
export function message(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join("\r\n"));
}

/** Octets one by one: each character stands for the octet of its code. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function text(octets: Uint8Array): string {
  return new TextDecoder().decode(octets);
}

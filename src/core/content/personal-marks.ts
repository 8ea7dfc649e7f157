/** Octets of an address that its base64 has in common at each of the three alignments. */
const GROUP = 3;

/** What an address looks like inside of a link or UID: plain, percent-encoded, and in base64. */
export function personalMarks(addresses: readonly string[]): readonly string[] {
  return addresses
    .map((address) => address.toLowerCase())
    .filter((address) => address.includes("@"))
    .flatMap((address) => [address, address.replace("@", "%40"), ...base64Marks(address)]);
}

/** base64 works on groups of three octets, so the same address has three faces. */
function base64Marks(address: string): readonly string[] {
  const octets = [...new TextEncoder().encode(address)];
  return [0, 1, 2].map((shift) => {
    const skipped = (GROUP - shift) % GROUP;
    const whole = octets.length - skipped - ((octets.length - skipped) % GROUP);
    const binary = octets
      .slice(skipped, skipped + whole)
      .map((octet) => String.fromCharCode(octet));
    return btoa(binary.join("")).replaceAll("+", "-").replaceAll("/", "_");
  });
}

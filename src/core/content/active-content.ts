/** What the first octets of a file give away, whatever its name says. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^MZ/, "Windows program"],
  [/^\x7fELF/, "Linux program"],
  [/^(?:\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe)/, "macOS program"],
  [/^#!/, "script"],
  [/^L\0{3}\cA\cT\cB\0/, "Windows shortcut"],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|script|svg|iframe|body|head)\b/i, "web page"],
];

/** Octets looked at. */
const SNIFFED = 96;

/** Names the kind of a program or page that base64 hides; null for anything else. */
export function activeContent(base64: string): string | null {
  const beginning = decodeBeginning(base64.slice(0, SNIFFED * 2));
  return BEGINNINGS.find(([pattern]) => pattern.test(beginning))?.[1] ?? null;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The first octets, a character each. */
function decodeBeginning(base64: string): string {
  const bits = base64.replace(/[^A-Za-z0-9+/]/g, "").replace(/./g, sixBits);
  const octets = bits.match(/.{8}/g) ?? [];
  return octets.map((octet) => String.fromCharCode(parseInt(octet, 2))).join("");
}

function sixBits(digit: string): string {
  return DIGITS.indexOf(digit).toString(2).padStart(6, "0");
}

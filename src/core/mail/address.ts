/** A mailbox of a header field: display name ("" where there is none) and addr-spec as written. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** An addr-spec split at its last "@". */
export interface AddressParts {
  readonly local: string;
  readonly domain: string;
}

/** For comparing: no `mailto:`, lower case. Case in local parts exists in RFC 5321 alone. */
export function normalizeAddress(address: string): string {
  return address
    .trim()
    .replace(/^mailto:/i, "")
    .toLowerCase();
}

export function sameAddress(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && normalizeAddress(one) === normalizeAddress(other);
}

/** Null where there is no "@" between two non-empty sides. */
export function splitAddress(address: string): AddressParts | null {
  const at = address.lastIndexOf("@");
  if (at <= 0 || at === address.length - 1) {
    return null;
  }
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
}

/** Normalized, the domain in its ASCII form (RFC 5890 §2.3.2.1), so that both forms compare. */
export function canonicalIdn(address: string): string {
  const normalized = normalizeAddress(address);
  const parts = splitAddress(normalized);
  return parts ? `${parts.local}@${asciiDomain(parts.domain)}` : normalized;
}

/** A domain in its ASCII form ("xn--…"); as it is where it is no domain. */
export function asciiDomain(domain: string): string {
  if (!/^[^\s/?#@:\\%[\]]+$/.test(domain)) {
    return domain.toLowerCase();
  }
  try {
    const { hostname } = new URL(`http://${domain}`);
    return hostname === "" ? domain.toLowerCase() : hostname;
  } catch {
    // No host name by the URL standard, such as an empty label.
    return domain.toLowerCase();
  }
}

/** Normalized, what follows a "+" in the local part removed (subaddressing, RFC 5233). */
export function withoutPlusTag(address: string): string {
  const normalized = normalizeAddress(address);
  const parts = splitAddress(normalized);
  const plus = parts?.local.indexOf("+") ?? -1;
  return parts && plus > 0 ? `${parts.local.slice(0, plus)}@${parts.domain}` : normalized;
}

/** Normalized; for Google's consumer mail without dots and tag, and its two domains are one. */
export function withoutGmailDots(address: string): string {
  const normalized = withoutPlusTag(address);
  const parts = splitAddress(normalized);
  if (parts?.domain !== "gmail.com" && parts?.domain !== "googlemail.com") {
    return normalizeAddress(address);
  }
  return `${parts.local.replaceAll(".", "")}@gmail.com`;
}

/**
 * One addr-spec of RFC 5322 §3.4.1, its characters widened by RFC 6532 §3.2; of quoted local parts
 * only those that need no quotes to be told from another mailbox or a space.
 */
const DOT_ATOM = '[^\\s@()<>\\[\\]:;,\\\\"\\p{C}\\p{Z}]+';
const DOMAIN = "[\\p{L}\\p{N}\\p{M}._-]+|\\[[\\w.:-]+\\]";
const ADDR_SPEC = new RegExp(`^(?:${DOT_ATOM}|"${DOT_ATOM}")@(?:${DOMAIN})$`, "u");

/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets. */
const MAX_ADDRESS_LENGTH = 254;

/** True for exactly one mailbox that can be written into a header field or an SMTP command. */
export function isAddrSpec(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && ADDR_SPEC.test(text);
}

/**
 * The one addr-spec that a CAL-ADDRESS names (RFC 5545 §3.3.3, RFC 6068), percent-decoded once;
 * null for anything else: several recipients, header fields behind "?", other URIs, X.500 names.
 */
export function parseMailto(uri: string): string | null {
  // Doubled schemes exist in the wild; nothing but an addr-spec may follow.
  const text = uri.trim().replace(/^(?:mailto:\s*){1,2}/i, "");
  const decoded = percentDecodedOnce(text);
  return decoded !== null && !text.includes("?") && isAddrSpec(decoded) ? decoded : null;
}

function percentDecodedOnce(text: string): string | null {
  // A lone "%" is allowed in a local part and was meant literally.
  if (!/%[0-9a-f]{2}/i.test(text)) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    // Percent signs that are no UTF-8: not a URI.
    return null;
  }
}

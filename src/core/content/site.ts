/** Second levels below which countries give out names, such as co.uk. */
const SHARED_SECOND_LEVELS: ReadonlySet<string> = new Set([
  "ac",
  "co",
  "com",
  "edu",
  "go",
  "gov",
  "gv",
  "ne",
  "net",
  "nom",
  "or",
  "org",
]);

/**
 * The part of a host that one owner has: "example.co.uk" of "mail.example.co.uk". An approximation
 * of the public suffix list that errs on the side of one owner less.
 */
export function siteOf(host: string): string {
  const labels = host.toLowerCase().split(".");
  const [second = "", top = ""] = labels.slice(-2);
  const count = isIpAddress(host)
    ? labels.length
    : top.length === 2 && SHARED_SECOND_LEVELS.has(second)
      ? 3
      : 2;
  return labels.slice(-count).join(".");
}

export function isSameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}

export function isIpAddress(host: string): boolean {
  return host.startsWith("[") || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

/** Addresses of networks that are not the internet (RFC 1918, RFC 4193, loopback). */
export function isPrivateAddress(host: string): boolean {
  return (
    /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(host) ||
    /^\[(?:::1\]|f[cd])/i.test(host)
  );
}

/** Services whose links say nothing about where they lead. */
const SHORTENERS: ReadonlySet<string> = new Set([
  "bit.ly",
  "buff.ly",
  "cutt.ly",
  "goo.gl",
  "is.gd",
  "lnkd.in",
  "ow.ly",
  "rb.gy",
  "rebrand.ly",
  "shorturl.at",
  "t.co",
  "t.ly",
  "tiny.cc",
  "tinyurl.com",
]);

/** A link that hands the reader on to another site: a shortener, or one with a link inside (A31). */
export function isRedirector(host: string, link: string): boolean {
  const inner = /[?&][a-z_]{1,20}=https?(?::|%3a)(?:\/|%2f){2}([a-z0-9.-]{1,253})/i.exec(link)?.[1];
  return SHORTENERS.has(host) || (inner !== undefined && !isSameSite(inner, host));
}

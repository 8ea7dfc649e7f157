import type { Envelope } from "../mail/mail.ts";
import { withoutComments } from "../mail/without-comments.ts";
import { authservIdOf } from "./authserv-id.ts";

/** What the user's own server says of the message's From (RFC 8601); "unknown": nothing believed. */
export type Authentication = "pass" | "fail" | "unknown";

/**
 * Only the topmost Authentication-Results is read, and only where it bears the `authserv-id` that
 * the user trusts: the last server writes above what it received, so every field further down may
 * be the sender's own work (RFC 8601 §5).
 */
export function readAuthentication(
  envelope: Envelope | null,
  authserv: string | null,
): Authentication {
  const topmost = envelope?.authenticationResults[0];
  if (envelope === null || authserv === null || topmost === undefined) {
    return "unknown";
  }
  if (authservIdOf(topmost)?.toLowerCase() !== authserv.trim().toLowerCase()) {
    return "unknown";
  }
  const [, ...results] = withoutQuotes(withoutComments(topmost)).split(";");
  return verdictOf(results.map(readResult), fromDomain(envelope));
}

/** Senders choose what is quoted, such as a local part: it must not read as another result. */
function withoutQuotes(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"?/gs, (quoted) => quoted.replace(/[;\s"]/g, "_"));
}

interface Result {
  readonly method: string;
  readonly value: string;
  /** Domain that the method vouches for, "" where it names none. */
  readonly domain: string;
}

/** DMARC decides; without it, DKIM or SPF for the domain of From does. */
function verdictOf(results: readonly Result[], from: string): Authentication {
  const dmarc = results.find(({ method }) => method === "dmarc")?.value;
  if (dmarc === "pass" || dmarc === "fail") {
    return dmarc;
  }
  const relevant = results.filter(({ method }) => method === "dkim" || method === "spf");
  if (relevant.some(({ value, domain }) => value === "pass" && isAligned(domain, from))) {
    return "pass";
  }
  return relevant.some(({ value }) => value === "fail") ? "fail" : "unknown";
}

/** Relaxed alignment (RFC 7489 §3.1): one domain is the other or lies below it. */
function isAligned(domain: string, from: string): boolean {
  return domain === from || from.endsWith(`.${domain}`) || domain.endsWith(`.${from}`);
}

function readResult(text: string): Result {
  const [first = "", ...rest] = text.trim().toLowerCase().split(/\s+/);
  const [method = "", value = ""] = first.split("=");
  const domains = rest.map(
    (property) => /^(?:header\.d|header\.i|smtp\.mailfrom)=(.*)$/.exec(property)?.[1],
  );
  const domain = domains.find((found) => found !== undefined) ?? "";
  return {
    method: method.split("/")[0] ?? "",
    value,
    domain: domain.slice(domain.lastIndexOf("@") + 1),
  };
}

function fromDomain(envelope: Envelope): string {
  const address = envelope.from[0]?.address ?? "";
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

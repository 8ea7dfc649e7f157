import { toUnicode } from "punycode/punycode.es6.js";

import { MAX_LINK_LENGTH } from "../limits.ts";

/** Where a link really leads. Nothing is ever fetched to find out. */
export interface Target {
  /** Lower case; "" where the link has none. */
  readonly scheme: string;
  /** Lower case, decoded from punycode; null where the scheme has no host. */
  readonly host: string | null;
  /** What stands before "@", which a reader takes for the host (RFC 3986 §7.6). */
  readonly userInfo: string | null;
  /** The link inside, where a mail gateway has wrapped it. */
  readonly link: string;
}

export function readTarget(written: string): Target {
  const link = unwrapGateway(withoutControls(written.slice(0, MAX_LINK_LENGTH)));
  const path = WINDOWS_PATH.exec(link);
  if (path !== null) {
    return { scheme: "file", host: path[1] ?? null, userInfo: null, link };
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(link)?.[1]?.toLowerCase() ?? "";
  const { hostname, username } = parseUrl(link) ?? NOWHERE;
  return {
    scheme,
    host: hostname === "" ? null : readableHost(hostname),
    userInfo: username === "" ? null : decoded(username),
    link,
  };
}

/** \\server\share, //server/share and C:\ as Windows writes them. */
const WINDOWS_PATH = /^(?:(?:\\\\|\/\/)([^\\/]*)|[a-z]:[\\/])/i;

const NOWHERE = { hostname: "", username: "" };

/** Browsers take these away before they read a link, so that "java\tscript:" works. */
function withoutControls(written: string): string {
  return written.replace(/[\p{Cc} ]+/gu, "");
}

function parseUrl(link: string): URL | null {
  try {
    return new URL(link);
  } catch {
    // Not a URL: an expected outcome.
    return null;
  }
}

/** As the owner of the name writes it: "xn--mller-kva.example" says nothing to a reader. */
function readableHost(hostname: string): string {
  try {
    return toUnicode(hostname.toLowerCase());
  } catch {
    // "xn--" before what is no punycode.
    return hostname.toLowerCase();
  }
}

interface Gateway {
  readonly host: RegExp;
  /** Finds the wrapped link, percent-encoded. */
  readonly inner: RegExp;
}

/** Services of the receiver's own side that replace links by their own and check them on a click. */
const GATEWAYS: readonly Gateway[] = [
  {
    host: /^https?:\/\/[a-z0-9.-]+\.safelinks\.protection\.outlook\.com\//i,
    inner: /[?&]url=([^&#]+)/,
  },
  { host: /^https?:\/\/urldefense\.com\/v3\//i, inner: /\/v3\/__(.+?)__;/ },
  { host: /^https?:\/\/linkprotect\.cudasvc\.com\//i, inner: /[?&]a=([^&#]+)/ },
  { host: /^https?:\/\/www\.google\.com\/url\?/i, inner: /[?&](?:q|url)=([^&#]+)/ },
];

function unwrapGateway(link: string): string {
  const gateway = GATEWAYS.find(({ host }) => host.test(link));
  const inner = gateway?.inner.exec(link)?.[1] ?? null;
  return inner === null ? link : decoded(inner);
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % or broken UTF-8.
    return text;
  }
}

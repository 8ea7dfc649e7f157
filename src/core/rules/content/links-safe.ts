import { linksOf, type Link } from "../../content/invitation-links.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { Report, Rule } from "../rule.ts";

/** Schemes that open a page, a composer, a telephone or a map, and nothing else. */
const SAFE: ReadonlySet<string> = new Set([
  "",
  "cid",
  "conf",
  "geo",
  "http",
  "https",
  "im",
  "mailto",
  "message",
  "mid",
  "sip",
  "sips",
  "sms",
  "tel",
  "urn",
  "webcal",
  "webcals",
  "xmpp",
]);

const LOCAL: ReadonlySet<string> = new Set(["afp", "cifs", "file", "nfs", "smb"]);
const SCRIPT: ReadonlySet<string> = new Set(["data", "javascript", "livescript", "vbscript"]);

/** A link runs no program, reads no local file and starts no application (A29). */
export const linksSafe: Rule = {
  id: "links-safe",
  family: "content",
  severity: "error",
  clause: "RFC 3986 §7",
  methods: "*",
  placeholders: ["scheme", "property", "link"],
  check({ invitation }) {
    return invitation === null ? [] : linksOf(invitation).flatMap(judgeLink).slice(0, MAX_REPORTS);
  },
};

function judgeLink(link: Link): readonly Report[] {
  const { scheme } = link.target;
  if (SAFE.has(scheme) || isLocalAttachment(link) || isPicture(link)) {
    return [];
  }
  if (isProse(link) && !isHarmfulInProse(scheme)) {
    return [];
  }
  const data = { scheme, property: link.property, link: link.written.slice(0, SHOWN) };
  // Colleagues write of folders on their server; nothing makes such a text a link.
  return [isProse(link) && !SCRIPT.has(scheme) ? { data, severity: "warning" } : { data }];
}

/** Characters of a link in a finding. */
const SHOWN = 200;

/** Pixels, which mailers put into their HTML; SVG can hold scripts. */
const PICTURE = /^data:image\/(?:avif|bmp|gif|jpeg|jpg|png|webp)[;,]/i;

function isPicture({ target }: Link): boolean {
  return PICTURE.test(target.link);
}

/** attachments-not-local speaks of these. */
function isLocalAttachment({ property, target }: Link): boolean {
  return LOCAL.has(target.scheme) && ATTACHMENTS.has(property);
}

const ATTACHMENTS: ReadonlySet<string> = new Set(["ATTACH", "IMAGE"]);

function isProse({ isUri, hidesTarget }: Link): boolean {
  return !isUri && !hidesTarget;
}

function isHarmfulInProse(scheme: string): boolean {
  return (
    SCRIPT.has(scheme) || LOCAL.has(scheme) || scheme.startsWith("ms-") || scheme === "search-ms"
  );
}

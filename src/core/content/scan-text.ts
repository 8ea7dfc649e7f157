import { MAX_LINK_LENGTH, MAX_LINKS } from "../limits.ts";

/** A link in a text that people read. */
export interface TextLink {
  readonly written: string;
  /** What the reader sees in its place or right before it; "" where nothing is. */
  readonly label: string;
  /** The label is all that a reader of rendered text would see. */
  readonly hidesTarget: boolean;
}

/** Characters looked at before a link, for what it is called. */
const CONTEXT = 160;

/** Characters of an anchor's text: more is no name of a link. */
const MAX_LABEL = 400;

const ANCHOR = new RegExp(`<a\\s([^<>]{0,${MAX_LINK_LENGTH}})>`, "gi");
const HREF = /href\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i;

/** Finds the links of a text, HTML or not, in one pass; not more than MAX_LINKS. */
export function scanText(text: string): readonly TextLink[] {
  const links: TextLink[] = [];
  let from = 0;
  for (const match of text.matchAll(ANCHOR)) {
    if (links.length >= MAX_LINKS) {
      return links;
    }
    if (match.index >= from) {
      links.push(...scanPlain(text.slice(from, match.index), MAX_LINKS - links.length));
      const end = match.index + match[0].length;
      const shown = text.slice(end, end + MAX_LABEL).split(/<\/a/i, 1)[0] ?? "";
      links.push(...anchorLink(match[1] ?? "", shown));
      from = end + shown.length;
    }
  }
  return [...links, ...scanPlain(text.slice(from), MAX_LINKS - links.length)];
}

function anchorLink(attributes: string, shown: string): readonly TextLink[] {
  const [, double, single, bare] = HREF.exec(attributes) ?? [];
  const written = double ?? single ?? bare;
  return written === undefined
    ? []
    : [{ written: withoutEntities(written), label: withoutTags(shown), hidesTarget: true }];
}

function withoutTags(html: string): string {
  return withoutEntities(html.replace(/<[^<>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["nbsp", " "],
  ["colon", ":"],
]);

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,8}));?/gi;

/** "java&#115;cript:" and its like (A29). */
function withoutEntities(text: string): string {
  return text.replace(ENTITY, (whole: string, ...[hex, decimal, name]: (string | undefined)[]) =>
    name === undefined
      ? characterOf(hex === undefined ? Number(decimal) : parseInt(hex, 16))
      : (ENTITIES.get(name.toLowerCase()) ?? whole),
  );
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Where a link may begin: before "://", and schemes that need no "//" to do harm. */
const COLON = /:(?=\/\/)|(?:(?:java|vb|live)script|file|data|search-ms|\bms-[a-z-]{1,30}):(?=\S)/gi;

/** "Data: see below" is no link. */
const DATA = /[a-z]+\/[a-z0-9.+-]+[;,]|,/iy;

function scanPlain(text: string, limit: number): readonly TextLink[] {
  const links: TextLink[] = [];
  let from = 0;
  for (const match of text.matchAll(COLON)) {
    const colon = match.index + match[0].length - 1;
    const scheme = colon < from ? "" : schemeBefore(text, colon, from);
    if (links.length < limit && scheme !== "" && !isProse(text, colon, scheme)) {
      const start = colon - scheme.length;
      const written = linkAt(text, start);
      links.push({ written, ...labelBefore(text, from, start) });
      from = start + written.length;
    }
  }
  return links;
}

function schemeBefore(text: string, colon: number, from: number): string {
  return /[a-z][a-z0-9+.-]*$/i.exec(text.slice(Math.max(from, colon - 20), colon))?.[0] ?? "";
}

function isProse(text: string, colon: number, scheme: string): boolean {
  DATA.lastIndex = colon + 1;
  return scheme.toLowerCase() === "data" && !DATA.test(text);
}

/** Up to what cannot be in a link; closing punctuation belongs to the sentence around it. */
function linkAt(text: string, start: number): string {
  const rest = text.slice(start, start + MAX_LINK_LENGTH);
  const end = rest.search(/[\s<>"`{}|^]/);
  return withoutClosing(end < 0 ? rest : rest.slice(0, end));
}

function withoutClosing(link: string): string {
  let end = link.length;
  while (end > 0 && ".,;:!?)]}'*".includes(link.charAt(end - 1))) {
    end -= 1;
  }
  return link.slice(0, end);
}

/** Outlook writes "Join the meeting<https://…>": the words before are the link's name. */
function labelBefore(
  text: string,
  from: number,
  start: number,
): Pick<TextLink, "label" | "hidesTarget"> {
  const before = text.slice(Math.max(from, start - CONTEXT), start);
  if (before.endsWith("<")) {
    const line = before.slice(before.lastIndexOf("\n") + 1, -1);
    return { label: line.trim(), hidesTarget: true };
  }
  const lines = before.trimEnd().split("\n");
  return { label: lines.pop()?.trim() ?? "", hidesTarget: false };
}

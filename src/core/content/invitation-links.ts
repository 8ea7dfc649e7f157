import { parameter, textValue } from "../calendar/component.ts";
import type { Property } from "../calendar/object.ts";
import type { Invitation } from "../itip/invitation.ts";
import { MAX_LINKS } from "../limits.ts";
import { scanText, type TextLink } from "./scan-text.ts";
import { readTarget, type Target } from "./target.ts";

/** A link in an invitation, and where it really leads. */
export interface Link extends TextLink {
  /** Where it stands, such as "URL", "DESCRIPTION" or "DESCRIPTION;ALTREP". */
  readonly property: string;
  /** A property or parameter that is a URI; otherwise it was found in a text. */
  readonly isUri: boolean;
  readonly target: Target;
}

const URI_PROPERTIES: ReadonlySet<string> = new Set([
  "ATTACH",
  "CONFERENCE",
  "IMAGE",
  "SOURCE",
  "URL",
]);

/** Such as X-MICROSOFT-SKYPETEAMSMEETINGURL, X-GOOGLE-CONFERENCE. */
const OWN_URI_PROPERTY = /^X-[A-Z0-9-]*(?:URL|URI|LINK|CONFERENCE)$/;

/** The texts that are shown to people. */
const TEXT_PROPERTIES: ReadonlySet<string> = new Set([
  "COMMENT",
  "CONTACT",
  "DESCRIPTION",
  "LOCATION",
  "SUMMARY",
  "X-ALT-DESC",
]);

/** Outlook contacts a meeting workspace when it answers; nothing here ever reads it (A37). */
const IGNORED = "X-MS-OLK-MWSURL";

/** All links of the copy that acts, each once, in their order; not more than MAX_LINKS. */
export function linksOf(invitation: Invitation): readonly Link[] {
  const known = found.get(invitation);
  if (known !== undefined) {
    return known;
  }
  const links = findLinks(invitation);
  found.set(invitation, links);
  return links;
}

/** Several rules and the card ask for the same. */
const found = new WeakMap<Invitation, readonly Link[]>();

function findLinks({ acting: { calendar, entries } }: Invitation): readonly Link[] {
  const components = [
    ...(calendar === null ? [] : [calendar]),
    ...entries.map(({ component }) => component),
  ];
  const links = new Map<string, Link>();
  for (const { properties } of components) {
    for (const written of properties.flatMap(linksOfProperty)) {
      const key = `${written.property}\n${written.label}\n${written.written}`;
      if (links.size >= MAX_LINKS) {
        return [...links.values()];
      }
      if (!links.has(key)) {
        links.set(key, { ...written, target: readTarget(written.written) });
      }
    }
  }
  return [...links.values()];
}

type WrittenLink = Omit<Link, "target">;

function linksOfProperty(property: Property): readonly WrittenLink[] {
  return [...linksOfValue(property), ...linksOfParameter(property)];
}

function linksOfValue(property: Property): readonly WrittenLink[] {
  const { name } = property;
  if (TEXT_PROPERTIES.has(name)) {
    return scanText(textValue(property)).map((link) => ({
      ...link,
      property: name,
      isUri: false,
    }));
  }
  const isUri = URI_PROPERTIES.has(name) || (OWN_URI_PROPERTY.test(name) && name !== IGNORED);
  return isUri && !isInline(property) ? [uriLink(name, property.value)] : [];
}

function linksOfParameter(property: Property): readonly WrittenLink[] {
  const altrep = parameter(property, "ALTREP");
  return altrep === null ? [] : [uriLink(`${property.name};ALTREP`, altrep)];
}

function uriLink(property: string, value: string): WrittenLink {
  return { property, written: value.trim(), label: "", hidesTarget: false, isUri: true };
}

/** ATTACH or IMAGE that holds the file itself (RFC 5545 §3.8.1.1). */
export function isInline(property: Property): boolean {
  return (
    parameter(property, "VALUE")?.toUpperCase() === "BINARY" ||
    parameter(property, "ENCODING")?.toUpperCase() === "BASE64"
  );
}

import { componentsNamed, parameter } from "../calendar/component.ts";
import type { Component, Property } from "../calendar/object.ts";
import type { Invitation } from "../itip/invitation.ts";
import { isInline } from "./invitation-links.ts";
import { decoded, readTarget } from "./target.ts";

/** ATTACH or IMAGE of an entry or of one of its alarms. */
export interface Attachment {
  readonly property: Property;
  /** The file's name, as the sender gives it or as its link ends; null where there is none. */
  readonly name: string | null;
  /** The file stands in the invitation itself. */
  readonly isInline: boolean;
}

const PROPERTIES: ReadonlySet<string> = new Set(["ATTACH", "IMAGE"]);

/** Where calendar systems put a file's name (RFC 8607 §4.1 knows FILENAME). */
const NAME_PARAMETERS = [
  "FILENAME",
  "X-FILENAME",
  "X-APPLE-FILENAME",
  "X-ORACLE-FILENAME",
  "X-LABEL",
];

export function attachmentsOf(invitation: Invitation | null): readonly Attachment[] {
  const entries = invitation?.acting.entries.map(({ component }) => component) ?? [];
  return entries
    .flatMap((component) => [component, ...componentsNamed(component, "VALARM")])
    .flatMap(attachmentsOfComponent);
}

function attachmentsOfComponent(component: Component): readonly Attachment[] {
  return component.properties
    .filter(({ name }) => PROPERTIES.has(name))
    .map((property) => ({ property, name: nameOf(property), isInline: isInline(property) }));
}

/** "https://example.com" ends in a host, not in a program of MS-DOS. */
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/[^\\/?#]*/i;

/** Exchange writes "CID:…@example.com" for what is attached to the message (RFC 2392). */
const NAMELESS: ReadonlySet<string> = new Set(["cid", "data", "mid", "urn"]);

function nameOf(property: Property): string | null {
  const named = NAME_PARAMETERS.map((name) => parameter(property, name)).find(
    (name) => name !== null,
  );
  if (named !== undefined) {
    return named;
  }
  if (isInline(property)) {
    return null;
  }
  const { scheme, link } = readTarget(property.value);
  const [path = ""] = link.replace(AUTHORITY, "").split(/[?#]/, 1);
  const last = NAMELESS.has(scheme) ? "" : (path.split(/[\\/]/).pop() ?? "");
  return /\.[a-z0-9]{1,12}[\s.]*$/i.test(last) ? decoded(last) : null;
}

import type { Invitation } from "../itip/invitation.ts";
import { linksOf, type Link } from "./invitation-links.ts";
import { serviceOf } from "./meeting-services.ts";

/** A link to join an event by. */
export interface JoinLink {
  readonly url: string;
  /** The real host, as the button names it. */
  readonly host: string;
}

/** Properties whose link is meant for taking part (RFC 7986 §5.11; what Exchange and Google write). */
const JOIN_PROPERTIES: readonly string[] = [
  "CONFERENCE",
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
  "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
];

/** The link of a known meeting service, else one that a property names for joining; https only. */
export function joinLinkOf(invitation: Invitation): JoinLink | null {
  const links = linksOf(invitation).filter(isSafe);
  const link =
    links.find(({ target }) => serviceOf(target.host ?? "") !== null) ??
    links.find(({ property }) => JOIN_PROPERTIES.includes(property));
  return link === undefined ? null : { url: link.target.link, host: link.target.host ?? "" };
}

function isSafe({ target }: Link): boolean {
  return target.scheme === "https" && target.host !== null && target.userInfo === null;
}

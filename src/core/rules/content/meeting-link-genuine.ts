import { linksOf, type Link } from "../../content/invitation-links.ts";
import {
  imitatedService,
  isHostOf,
  MEETING_SERVICES,
  type MeetingService,
} from "../../content/meeting-services.ts";
import { isIpAddress, isPrivateAddress } from "../../content/site.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { Invitation } from "../../itip/invitation.ts";
import { mixesScripts } from "../../people/lookalike.ts";
import type { Report, Rule } from "../rule.ts";

/** A meeting that is said to be on a service is on one of its hosts (A30, A32). */
export const meetingLinkGenuine: Rule = {
  id: "meeting-link-genuine",
  family: "content",
  severity: "warning",
  clause: "RFC 3986 §7.6",
  methods: "*",
  placeholders: ["service", "host", "shown"],
  check({ invitation }) {
    if (invitation === null) {
      return [];
    }
    const links = linksOf(invitation).filter(({ target }) => target.scheme.startsWith("http"));
    const reports = links.flatMap(judgeHost).slice(0, MAX_REPORTS);
    return reports.length > 0 ? reports : elsewhere(invitation, links);
  },
};

function judgeHost({ target: { host, userInfo } }: Link): readonly Report[] {
  if (host === null) {
    return [];
  }
  if (userInfo !== null) {
    return [{ wording: "user", data: { service: null, host, shown: userInfo } }];
  }
  const imitated = imitatedService(host);
  if (imitated !== null) {
    return [{ wording: "imitation", data: { service: imitated.name, host, shown: null } }];
  }
  if (mixesScripts(host)) {
    return [{ wording: "scripts", data: { service: null, host, shown: null } }];
  }
  return isIpAddress(host) && !isPrivateAddress(host)
    ? [{ wording: "address", data: { service: null, host, shown: null } }]
    : [];
}

/** The text names a service, but every link to join by leads elsewhere. */
function elsewhere(invitation: Invitation, links: readonly Link[]): readonly Report[] {
  const { entries } = invitation.acting;
  const places = entries.map(({ location }) => location ?? "");
  const texts = entries.flatMap(({ summary, description }) => [summary ?? "", description ?? ""]);
  return MEETING_SERVICES.flatMap((service): readonly Report[] => {
    const isPlace = places.some((text) => service.mention?.test(text));
    const isMentioned = isPlace || texts.some((text) => service.mention?.test(text));
    if (!isMentioned || links.some(({ target }) => isHostOf(service, target.host))) {
      return [];
    }
    const link = links.find((candidate) => isJoinLink(candidate, service, isPlace));
    return link === undefined
      ? []
      : [{ data: { service: service.name, host: link.target.host, shown: null } }];
  });
}

/** One that the reader would take to get into the meeting. */
function isJoinLink(link: Link, { mention }: MeetingService, isPlace: boolean): boolean {
  const { property, label } = link;
  return (
    property === "LOCATION" ||
    property === "CONFERENCE" ||
    property.startsWith("X-") ||
    (property === "URL" && isPlace) ||
    mention?.test(label) === true ||
    /\bjoin\b|\bclick here\b/i.test(label)
  );
}

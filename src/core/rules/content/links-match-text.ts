import { linksOf, type Link } from "../../content/invitation-links.ts";
import { isHostOf, serviceOf, type MeetingService } from "../../content/meeting-services.ts";
import { personalMarks } from "../../content/personal-marks.ts";
import { scanText, type TextLink } from "../../content/scan-text.ts";
import { hostIn } from "../../content/shown-host.ts";
import { isRedirector, isSameSite } from "../../content/site.ts";
import { readTarget } from "../../content/target.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { Mailbox } from "../../mail/address.ts";
import { domainOf } from "../../people/lookalike.ts";
import type { Situation } from "../context.ts";
import type { Report, Rule } from "../rule.ts";

/** A link leads where the words around it say, and says where it leads (A16, A21, A31). */
export const linksMatchText: Rule = {
  id: "links-match-text",
  family: "content",
  severity: "warning",
  clause: "RFC 3986 §7.6",
  methods: "*",
  placeholders: ["shown", "host", "property"],
  check({ invitation, situation, texts, mail }) {
    if (invitation === null) {
      return [];
    }
    const links = linksOf(invitation);
    return [
      ...links.flatMap(disguise).slice(0, MAX_REPORTS),
      ...otherMeeting(links, texts, mail?.envelope.from ?? []),
      ...redirection(links),
      ...personal(links, invitation.uid, situation),
    ];
  },
};

/** "https://bank.example" written over a link to somewhere else. */
function disguise({ label, hidesTarget, property, target }: Link): readonly Report[] {
  const shown = hidesTarget ? hostIn(label) : null;
  return shown === null || target.host === null || isSameSite(shown, target.host)
    ? []
    : [{ data: { shown, host: target.host, property } }];
}

/** The message says "join on zoom.us", the invitation has a link to another place (A21). */
function otherMeeting(
  links: readonly Link[],
  texts: readonly string[],
  from: readonly Mailbox[],
): readonly Report[] {
  const meeting = texts
    .flatMap(scanText)
    .map(meetingOf)
    .find((found) => found !== null);
  if (meeting === undefined || links.some(({ target }) => isHostOf(meeting.service, target.host))) {
    return [];
  }
  const sites = from.map(({ address }) => domainOf(address));
  const other = links.find(
    ({ property, target: { host, scheme } }) =>
      JOINING.test(property) &&
      scheme.startsWith("http") &&
      host !== null &&
      !sites.some((site) => isSameSite(site, host)),
  );
  return other === undefined
    ? []
    : [
        {
          wording: "message",
          data: { shown: meeting.host, host: other.target.host, property: other.property },
        },
      ];
}

interface Meeting {
  readonly host: string | null;
  readonly service: MeetingService;
}

function meetingOf({ written }: TextLink): Meeting | null {
  const { host } = readTarget(written);
  const service = serviceOf(host);
  return service === null ? null : { host, service };
}

/** Properties whose link is the one to join by. */
const JOINING = /^(?:LOCATION|URL|CONFERENCE|X-.*)$/;

function redirection(links: readonly Link[]): readonly Report[] {
  const link = links.find(
    ({ target: { host, link } }) => host !== null && isRedirector(host, link),
  );
  return link === undefined
    ? []
    : [
        {
          wording: "redirector",
          severity: "notice",
          data: { shown: null, host: link.target.host, property: link.property },
        },
      ];
}

/** Opening such a link, or answering, tells the sender that this address reads its mail (A16). */
function personal(
  links: readonly Link[],
  uid: string | null,
  situation: Situation | null,
): readonly Report[] {
  if (situation === null || situation.me.role === "organizer") {
    return [];
  }
  const marks = personalMarks(situation.addresses.identities);
  if (uid !== null && holdsAny(uid, marks)) {
    return [personalReport("UID", null)];
  }
  const link = links.find(
    ({ target }) => target.scheme.startsWith("http") && holdsAny(target.link, marks),
  );
  return link === undefined ? [] : [personalReport(link.property, link.target.host)];
}

function holdsAny(text: string, marks: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return marks.some((mark) => text.includes(mark) || lower.includes(mark));
}

function personalReport(property: string, host: string | null): Report {
  return { wording: "personal", severity: "notice", data: { shown: null, host, property } };
}

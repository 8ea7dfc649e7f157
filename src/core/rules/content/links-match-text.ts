import { linksOf, type Link } from "../../content/invitation-links.ts";
import { serviceOf } from "../../content/meeting-services.ts";
import { personalMarks } from "../../content/personal-marks.ts";
import { scanText } from "../../content/scan-text.ts";
import { hostIn } from "../../content/shown-host.ts";
import { isRedirector, isSameSite } from "../../content/site.ts";
import { readTarget } from "../../content/target.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { RuleContext } from "../context.ts";
import type { Report, Rule } from "../rule.ts";

/** A link leads where the words around it say, and says where it leads (A16, A21, A31). */
export const linksMatchText: Rule = {
  id: "links-match-text",
  family: "content",
  severity: "warning",
  clause: "RFC 3986 §7.6",
  methods: "*",
  placeholders: ["shown", "host", "property"],
  check(context) {
    if (context.invitation === null) {
      return [];
    }
    const links = linksOf(context.invitation);
    return [
      ...links.flatMap(disguise).slice(0, MAX_REPORTS),
      ...otherMeeting(links, context),
      ...redirection(links),
      ...personal(links, context),
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
function otherMeeting(links: readonly Link[], { texts, mail }: RuleContext): readonly Report[] {
  const meeting = texts
    .flatMap(scanText)
    .map(({ written }) => readTarget(written).host)
    .find((host) => host !== null && serviceOf(host) !== null);
  const service = meeting === undefined || meeting === null ? null : serviceOf(meeting);
  const hosts = links.map(({ target }) => target.host).filter((host) => host !== null);
  const own = (mail?.envelope.from ?? []).map(({ address }) =>
    address.slice(address.lastIndexOf("@") + 1),
  );
  const other = links.find(
    ({ property, target: { host, scheme } }) =>
      host !== null &&
      scheme.startsWith("http") &&
      JOINING.test(property) &&
      !own.some((domain) => isSameSite(domain, host)),
  );
  return service === null ||
    other === undefined ||
    hosts.some((host) => serviceOf(host) === service)
    ? []
    : [
        {
          wording: "message",
          data: { shown: meeting ?? "", host: other.target.host ?? "", property: other.property },
        },
      ];
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
  { invitation, situation }: RuleContext,
): readonly Report[] {
  if (situation === null || situation.me.role === "organizer") {
    return [];
  }
  const marks = personalMarks(situation.addresses.identities);
  if (holdsAny(invitation?.uid ?? "", marks)) {
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

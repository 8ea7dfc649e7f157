import { skeleton } from "../people/lookalike.ts";
import { siteOf } from "./site.ts";

/** A service that people meet on, and the hosts that really are its own. */
export interface MeetingService {
  readonly name: string;
  readonly hosts: readonly string[];
  /** How an invitation names it; null where anybody may run it on a host of his own. */
  readonly mention: RegExp | null;
  /** What a host made to be mistaken for it has in its name. */
  readonly imitations: readonly string[];
}

export const MEETING_SERVICES: readonly MeetingService[] = [
  {
    name: "Microsoft Teams",
    hosts: ["teams.microsoft.com", "teams.live.com", "teams.cloud.microsoft", "teams.microsoft.us"],
    mention: /microsoft\s{1,3}teams/i,
    imitations: ["teams-microsoft", "microsoft-teams", "microsoftteams", "teamsmicrosoft"],
  },
  {
    name: "Zoom",
    hosts: ["zoom.us", "zoom.com", "zoom.com.cn", "zoomgov.com"],
    mention: /\bzoom\s{1,3}(?:meeting|webinar|call)|\bjoin\s{1,3}zoom\b/i,
    imitations: ["zoom-us", "us-zoom", "zoom-meeting", "zoommeeting", "zoom-join"],
  },
  {
    name: "Google Meet",
    hosts: ["meet.google.com"],
    mention: /\bgoogle\s{1,3}meet\b/i,
    imitations: ["meet-google", "google-meet", "googlemeet", "meetgoogle"],
  },
  {
    name: "Webex",
    hosts: ["webex.com"],
    mention: /\bwebex\b/i,
    imitations: ["webex-", "-webex", "webexmeeting"],
  },
  {
    name: "GoTo Meeting",
    hosts: ["gotomeeting.com", "gotomeet.me", "gotowebinar.com", "goto.com"],
    mention: /\bgo\s?to\s?(?:meeting|webinar)\b/i,
    imitations: ["goto-meeting", "gotomeeting-"],
  },
  { name: "Jitsi", hosts: ["meet.jit.si", "8x8.vc"], mention: null, imitations: [] },
  { name: "Skype", hosts: ["join.skype.com", "meet.lync.com"], mention: null, imitations: [] },
  { name: "Whereby", hosts: ["whereby.com"], mention: null, imitations: [] },
];

export function isHostOf({ hosts }: MeetingService, host: string | null): boolean {
  return host !== null && hosts.some((own) => host === own || host.endsWith(`.${own}`));
}

export function serviceOf(host: string | null): MeetingService | null {
  return MEETING_SERVICES.find((service) => isHostOf(service, host)) ?? null;
}

/** The service that a host is made to be mistaken for, null for an honest host (A30, A32). */
export function imitatedService(host: string): MeetingService | null {
  return serviceOf(host) === null
    ? (MEETING_SERVICES.find((service) => imitates(service, host)) ?? null)
    : null;
}

function imitates({ hosts, imitations }: MeetingService, host: string): boolean {
  const looks = skeleton(host);
  return (
    imitations.some((part) => siteOf(host).includes(part)) ||
    hosts.some(
      (own) => `.${host}`.includes(`.${own}.`) || `.${looks}`.endsWith(`.${skeleton(own)}`),
    )
  );
}

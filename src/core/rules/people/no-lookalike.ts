import { domainOf, skeleton, mixesScripts } from "../../people/lookalike.ts";
import type { Rule } from "../rule.ts";
import { situated, type SituatedContext } from "../situated.ts";

/** A domain that is made to be read as another one (A11). */
export const noLookalike: Rule = {
  id: "no-lookalike",
  family: "people",
  severity: "warning",
  clause: "RFC 5890 §4.4",
  methods: "*",
  placeholders: ["domain", "resembles"],
  check: situated((context) => {
    const suspects = suspectDomains(context);
    const familiar = [...familiarDomains(context), ...suspects];
    return suspects.flatMap((domain) => {
      const resembles = familiar.find((other) => isPlainer(other, domain));
      if (resembles !== undefined) {
        return [{ data: { domain, resembles } }];
      }
      return mixesScripts(domain)
        ? [{ wording: "mixed", data: { domain, resembles: skeleton(domain) } }]
        : [];
    });
  }),
};

/** Domains of who wrote, and of whom the answer goes to. */
function suspectDomains({ mail, main: { organizer } }: SituatedContext): readonly string[] {
  const addresses = [
    ...(mail === null ? [] : mail.envelope.from.map(({ address }) => address)),
    ...(organizer === null ? [] : [organizer.address, organizer.email]),
  ];
  const domains = addresses.map((address) => domainOf(address ?? ""));
  return [...new Set(domains)].filter((domain) => domain !== "");
}

/** Domains that the user would recognise: his own, and those of the organizer that he knows. */
function familiarDomains({ situation }: SituatedContext): readonly string[] {
  const { addresses, standing } = situation;
  const { trustedSenders } = standing.known;
  return [...addresses.identities, ...addresses.aliases, ...trustedSenders].map(domainOf);
}

/** Of two that look alike the one in plain ASCII without digits is the original. */
function isPlainer(other: string, domain: string): boolean {
  return skeleton(other) === skeleton(domain) && oddness(other) < oddness(domain);
}

function oddness(domain: string): number {
  return domain.replace(/[a-z.-]/g, "").length + domain.split("rn").length - 1;
}

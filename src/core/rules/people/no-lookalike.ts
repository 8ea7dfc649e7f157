import { domainOf, skeleton, mixesScripts } from "../../people/lookalike.ts";
import type { RuleContext } from "../context.ts";
import type { Rule } from "../rule.ts";

/** A domain that is made to be read as another one (A11). */
export const noLookalike: Rule = {
  id: "no-lookalike",
  family: "people",
  severity: "warning",
  clause: "RFC 5890 §4.4",
  methods: "*",
  placeholders: ["domain", "resembles"],
  check(context) {
    const suspects = suspectDomains(context);
    const familiar = new Set([...familiarDomains(context), ...suspects]);
    return suspects.flatMap((domain) => {
      const resembles = [...familiar].find(
        (other) =>
          other !== domain && skeleton(other) === skeleton(domain) && isPlainer(other, domain),
      );
      if (resembles !== undefined) {
        return [{ data: { domain, resembles } }];
      }
      return mixesScripts(domain)
        ? [{ wording: "mixed", data: { domain, resembles: skeleton(domain) } }]
        : [];
    });
  },
};

/** Domains of who wrote, and of whom the answer goes to. */
function suspectDomains({ mail, invitation }: RuleContext): readonly string[] {
  const addresses = [
    ...(mail?.envelope.from ?? []).map(({ address }) => address),
    invitation?.main?.organizer?.address ?? "",
    invitation?.main?.organizer?.email ?? "",
  ];
  return [...new Set(addresses.map(domainOf).filter((domain) => domain !== ""))];
}

/** Domains that the user would recognise: his own, and those of the organizer that he knows. */
function familiarDomains({ situation }: RuleContext): readonly string[] {
  const { identities = [], aliases = [] } = situation?.addresses ?? {};
  const known = situation?.standing.known;
  return [...identities, ...aliases, ...(known?.trustedSenders ?? [])].map(domainOf);
}

/** Of two that look alike the one in plain ASCII without digits is the original. */
function isPlainer(other: string, domain: string): boolean {
  return oddness(other) < oddness(domain);
}

function oddness(domain: string): number {
  return (
    [...domain].filter((character) => !/[a-z.-]/.test(character)).length +
    (domain.includes("rn") ? 1 : 0)
  );
}

import type { CalendarUser } from "../../itip/invitation.ts";
import { sameAddress } from "../../mail/address.ts";
import type { Envelope } from "../../mail/mail.ts";
import type { Report, Rule } from "../rule.ts";
import { situated } from "../situated.ts";

/** A display name that is, or holds, another address is made to be mistaken for it (A10). */
export const nameMatchesAddress: Rule = {
  id: "name-matches-address",
  family: "people",
  severity: "warning",
  clause: "RFC 5545 §3.2.2",
  methods: "*",
  placeholders: ["name", "address"],
  check: situated(({ mail, main: { organizer } }) => [
    ...(mail === null ? [] : namesOfSender(mail.envelope)),
    ...(organizer === null ? [] : namesOfOrganizer(organizer)),
  ]),
};

/** A service that writes for somebody names him: "boss@example.org via Calendar". */
function namesOfSender({ from, replyTo, sender }: Envelope): readonly Report[] {
  const writers = [...from, ...replyTo, ...(sender === null ? [] : [sender])];
  const own = writers.map(({ address }) => address);
  return from.flatMap(({ name, address }) => pretends(name, [address, ...own]));
}

function namesOfOrganizer({ name, address, email, sentBy }: CalendarUser): readonly Report[] {
  return name === null ? [] : pretends(name, [address, email, sentBy]);
}

function pretends(name: string, own: readonly (string | null)[]): readonly Report[] {
  const shown = addressIn(name);
  return shown === null || own.some((address) => sameAddress(address, shown))
    ? []
    : [{ data: { name: shown, address: own[0] ?? null } }];
}

/** The first word of a name that looks like an address, in one pass over its words. */
function addressIn(name: string): string | null {
  const words = name.split(/[\s<>()[\]"',;:]+/);
  const isAddress = (word: string): boolean => {
    const at = word.indexOf("@");
    return at > 0 && word.indexOf(".", at) > at + 1 && !word.endsWith(".");
  };
  return words.find(isAddress) ?? null;
}

import { isAddrSpec, sameAddress } from "../core/mail/address.ts";
import type { Identity, Settings } from "./ports.ts";

/*
 * Which of the user's identities answers the invitations to one of his other addresses; those that
 * stand not here are answered from the account that got the invitation.
 */

/** Null: from the account that got the invitation. */
export interface IdentityOfAlias {
  readonly setting: "aliasIdentities";
  readonly alias: string;
  /** Its address. */
  readonly identity: string | null;
}

export function withIdentity(
  { alias, identity }: Omit<IdentityOfAlias, "setting">,
  known: Settings["aliasIdentities"],
): Settings["aliasIdentities"] {
  const others = Object.entries(known).filter(([address]) => !sameAddress(address, alias));
  return Object.fromEntries(identity === null ? others : [...others, [alias, identity]]);
}

/** As many as there can be aliases. */
const MAX_ENTRIES = 100;

/** Undefined where the stored value means nothing. */
export function readAliasIdentities(value: unknown): Settings["aliasIdentities"] | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const pairs = Object.entries(value).filter(
    (entry): entry is [string, string] =>
      isAddrSpec(entry[0]) && typeof entry[1] === "string" && isAddrSpec(entry[1]),
  );
  return Object.fromEntries(pairs.slice(0, MAX_ENTRIES));
}

/** The identities, each with the other addresses that it answers for. */
export function withAliases(
  identities: readonly Identity[],
  { aliases, aliasIdentities }: Pick<Settings, "aliases" | "aliasIdentities">,
): readonly Identity[] {
  const pairs = Object.entries(aliasIdentities);
  return identities.map((identity) => ({
    ...identity,
    aliases: aliases.filter((alias) =>
      pairs.some(
        ([address, email]) => sameAddress(address, alias) && sameAddress(email, identity.email),
      ),
    ),
  }));
}

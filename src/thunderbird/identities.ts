import { messenger } from "./messenger.ts";

/** One of the addresses that the user writes from. */
export interface Identity {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly accountId: string;
  /** The default identity of the default account. */
  readonly isDefault: boolean;
}

export const identities = {
  /** The default identity comes first, then account by account as Thunderbird orders them. */
  async list(): Promise<readonly Identity[]> {
    const [accounts, standard] = await Promise.all([
      messenger.accounts.list(false),
      messenger.accounts.getDefault(false),
    ]);
    const defaultId = standard?.identities[0]?.id;
    const all = accounts.flatMap(({ id: accountId, identities: own }) =>
      own.flatMap(({ id, email, name }) =>
        id && email
          ? [{ id, email, name: name ?? "", accountId, isDefault: id === defaultId }]
          : [],
      ),
    );
    return all.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
  },
};

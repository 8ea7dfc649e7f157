import { isRemembered } from "../read-message.ts";
import type { MailFolder } from "./scan-ports.ts";
import type { ScanAccount, ScanFolderChoice } from "./scan.ts";

/**
 * Folders that a scan can read, in the order in which it does: what the user sent first, since it
 * tells which invitations are answered, then the inboxes, then all others.
 */
export function scannableFolders(folders: readonly MailFolder[]): readonly MailFolder[] {
  return folders
    .filter(({ isVirtual }) => !isVirtual)
    .filter(({ id, accountId, specialUse }) =>
      isRemembered({ isJunk: false, folder: { id, accountId, specialUse } }),
    )
    .map((folder, index) => ({ folder, index }))
    .sort((a, b) => rank(a.folder) - rank(b.folder) || a.index - b.index)
    .map(({ folder }) => folder);
}

function rank({ specialUse }: MailFolder): number {
  if (specialUse.includes("sent")) {
    return 0;
  }
  return specialUse.includes("inbox") ? 1 : 2;
}

/** Those that the user did not leave out, neither by themselves nor with their account. */
export function chosenFolders(
  folders: readonly MailFolder[],
  leftOut: readonly string[],
): readonly MailFolder[] {
  return scannableFolders(folders).filter(
    ({ id, accountId }) => !leftOut.includes(id) && !leftOut.includes(accountId),
  );
}

/** What can be chosen, account by account. */
export function scanAccounts(
  folders: readonly MailFolder[],
  countOf: ReadonlyMap<string, number>,
): readonly ScanAccount[] {
  const accounts = new Map<string, { name: string; folders: ScanFolderChoice[] }>();
  for (const { id, accountId, accountName, names, specialUse } of scannableFolders(folders)) {
    const account = accounts.get(accountId) ?? { name: accountName, folders: [] };
    accounts.set(accountId, account);
    account.folders.push({
      id,
      path: names.join(" / "),
      messages: countOf.get(id) ?? 0,
      isSent: specialUse.includes("sent"),
    });
  }
  return [...accounts].map(([id, { name, folders: own }]) => ({ id, name, folders: own }));
}

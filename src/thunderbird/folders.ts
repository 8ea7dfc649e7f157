import type { ListedMessage, MailFolder, MailFolders } from "../app/scan/scan-ports.ts";
import { describe } from "./mailbox.ts";
import { messenger } from "./messenger.ts";
import { pagesOf } from "./pages-of.ts";

type Folder = messenger.folders.MailFolder;
type Header = messenger.messages.MessageHeader;

/** The folders of all accounts, and what they list. */
export const folders: MailFolders = {
  async list() {
    const accounts = await messenger.accounts.list(true);
    return accounts.flatMap((account) =>
      (account.rootFolder?.subFolders ?? account.folders ?? []).flatMap((folder) =>
        describeAll(folder, account, []),
      ),
    );
  },

  async count(folderId) {
    try {
      const info = await messenger.folders.getFolderInfo(folderId);
      return info.totalMessageCount ?? 0;
    } catch {
      return (await isThere(folderId)) ? null : 0;
    }
  },

  /** Unsorted: sorting a large folder stops Thunderbird for as long as it takes. */
  async *pages(folderId) {
    for await (const page of pagesOf(await openList(folderId))) {
      yield page.map(listed);
    }
  },

  async holds(folderId, headerMessageId) {
    try {
      const query = { folderId: [folderId], headerMessageId };
      return (await messenger.messages.query(query)).messages.length > 0;
    } catch {
      // The folder is gone.
      return false;
    }
  },

  async newerThan(folderId, since) {
    const found: ListedMessage[] = [];
    const query = { folderId: [folderId], fromDate: new Date(since), messagesPerPage: PAGE };
    for await (const page of pagesOf(await messenger.messages.query(query))) {
      found.push(...page.map(listed));
    }
    return found;
  },

  isOffline: () => !navigator.onLine,
};

/**
 * Messages that Thunderbird describes without a pause: a hundred, as `messages.list` has them, stop
 * it for 55 ms (measured on 153), page after page, and every click waits for that.
 */
const PAGE = 20;

/** A local folder without its index is there, but Thunderbird can tell nothing of it. */
async function isThere(folderId: string): Promise<boolean> {
  try {
    await messenger.folders.get(folderId);
    return true;
  } catch {
    return false;
  }
}

async function openList(folderId: string): Promise<messenger.messages.MessageList> {
  try {
    return await messenger.messages.query({ folderId: [folderId], messagesPerPage: PAGE });
  } catch {
    // The folder is gone.
    return { messages: [] };
  }
}

/** A folder and those in it; what is inside of Trash is trash. */
function describeAll(
  folder: Folder,
  account: { readonly id: string; readonly name: string },
  around: readonly MailFolder[],
): readonly MailFolder[] {
  const parent = around.at(-1);
  const own: MailFolder = {
    id: folder.id ?? "",
    accountId: account.id,
    accountName: account.name,
    names: [...(parent?.names ?? []), folder.name ?? ""],
    specialUse: [...new Set([...(folder.specialUse ?? []), ...inherited(parent)])],
    isVirtual: folder.isVirtual ?? false,
  };
  const inside = (folder.subFolders ?? []).flatMap((child) =>
    describeAll(child, account, [...around, own]),
  );
  return own.id === "" ? inside : [own, ...inside];
}

/** Folders in the inbox are ordinary ones. */
function inherited(parent: MailFolder | undefined): readonly string[] {
  return (parent?.specialUse ?? []).filter((use) => use !== "inbox");
}

/** A message as a folder lists it. */
export function listed(header: Header): ListedMessage {
  const date = new Date(header.date).getTime();
  const { headerMessageId, author, size } = header;
  return {
    ...describe(header),
    date,
    size,
    key: JSON.stringify([headerMessageId, date, author]),
  };
}

import { messenger } from "./messenger.ts";

type Header = messenger.messages.MessageHeader;

/** A message as Thunderbird keeps it. */
export interface StoredMessage {
  readonly messageId: number;
  readonly headerMessageId: string;
  readonly author: string;
  readonly isJunk: boolean;
  /** Null for an opened .eml file. */
  readonly folder: StoredIn | null;
}

export interface StoredIn {
  readonly id: string;
  readonly accountId: string;
  /** "inbox", "sent", "drafts", "trash", "junk", "outbox" … */
  readonly specialUse: readonly string[];
}

export const mailbox = {
  /** The exact bytes; rejects when the message cannot be read, for instance without a network. */
  async readRaw(messageId: number): Promise<Uint8Array> {
    const file = (await messenger.messages.getRaw(messageId, { data_format: "File" })) as File;
    if (file.size === 0) {
      // Measured on 153: an IMAP message that was moved while it was waited for.
      throw new Error("The message is gone.");
    }
    return new Uint8Array(await file.arrayBuffer());
  },

  /**
   * As Thunderbird opens it for its own window: PGP/MIME without asking for anything, S/MIME by a
   * key that may lie on a card with a PIN. So it is for what is displayed alone, where that was
   * asked already. Null where it could not be opened.
   */
  async readDecrypted(messageId: number): Promise<Uint8Array | null> {
    try {
      const options = { data_format: "File", decrypt: true } as const;
      const file = await messenger.messages.getRaw(messageId, options);
      return new Uint8Array(await (file as File).arrayBuffer());
    } catch {
      // No key, or the user was not willing.
      return null;
    }
  },

  async read(messageId: number): Promise<StoredMessage> {
    return describe(await messenger.messages.get(messageId));
  },

  /** The one message displayed in a tab. */
  async readDisplayed(tabId: number): Promise<StoredMessage | null> {
    const list: unknown = await messenger.messageDisplay.getDisplayedMessages(tabId);
    // The types know Manifest V2 only, where it is an array.
    const [header, second] = (list as messenger.messages.MessageList).messages;
    return header && !second ? describe(header) : null;
  },

  /** Some tab or window shows it now. */
  async isDisplayed(messageId: number): Promise<boolean> {
    const tabs = await mailbox.tabs();
    const shown = await Promise.all(tabs.map((tabId) => mailbox.readDisplayed(tabId)));
    return shown.some((message) => message?.messageId === messageId);
  },

  /** Every copy of the message with this Message-ID, in whichever folder. */
  async find(headerMessageId: string): Promise<readonly StoredMessage[]> {
    const list = await messenger.messages.query({ headerMessageId });
    // A name of the list comes only where one is asked for; more than a page of copies nobody has.
    return typeof list === "string" ? [] : list.messages.map(describe);
  },

  /** All tabs that may display a message. */
  async tabs(): Promise<readonly number[]> {
    const tabs = await messenger.tabs.query({});
    const isMail = (type = ""): boolean => type === "mail" || type === "messageDisplay";
    return tabs.flatMap(({ id, type }) => (id !== undefined && isMail(type) ? [id] : []));
  },

  /** Shows the message with this Message-ID; false where it is in no folder. */
  async open(headerMessageId: string): Promise<boolean> {
    try {
      await messenger.messageDisplay.open({ headerMessageId });
      return true;
    } catch {
      // Thunderbird knows no message with it.
      return false;
    }
  },
};

/** The same where nothing is to be decrypted. */
export const closedMailbox = {
  ...mailbox,
  readDecrypted: (): Promise<null> => Promise.resolve(null),
};

export function describe(header: Header): StoredMessage {
  const { id, headerMessageId, author, junk, folder } = header;
  return {
    messageId: id,
    headerMessageId,
    author,
    isJunk: junk,
    folder: folder
      ? {
          id: folder.id ?? "",
          accountId: folder.accountId ?? "",
          specialUse: folder.specialUse ?? [],
        }
      : null,
  };
}

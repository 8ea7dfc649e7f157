import type { Fact } from "../../core/itip/fact.ts";
import type { Place, StoredMessage } from "../ports.ts";
import type { Scan } from "./scan.ts";

/** A folder of the mailbox. */
export interface MailFolder {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Names from the account's root down. */
  readonly names: readonly string[];
  /** "inbox", "sent", "drafts" …; also of the folders around it. */
  readonly specialUse: readonly string[];
  /** Shows messages of other folders. */
  readonly isVirtual: boolean;
}

/** A message as a folder lists it. */
export interface ListedMessage extends StoredMessage {
  /** The Date header, milliseconds since 1970. */
  readonly date: number;
  /** Octets. */
  readonly size: number;
  /** The same at the next start, when `messageId` is another one. */
  readonly key: string;
}

export interface MailFolders {
  list(): Promise<readonly MailFolder[]>;
  /** How many messages are in it; 0 where it is gone, null where Thunderbird cannot tell now. */
  count(folderId: string): Promise<number | null>;
  /** All messages, page by page; none where it is gone. */
  pages(folderId: string): AsyncIterable<readonly ListedMessage[]>;
  /** Whether a message with this Message-ID is in it. */
  holds(folderId: string, headerMessageId: string): Promise<boolean>;
  /** Those whose Date is not older. */
  newerThan(folderId: string, since: number): Promise<readonly ListedMessage[]>;
  /** Thunderbird asks no server. */
  isOffline(): boolean;
}

/** When the newcomers of a folder were looked for, and how many messages it had then. */
export interface Look {
  readonly at: number;
  readonly total: number;
}

/** Where it is kept which folders are watched. */
export interface Looks {
  all(): Promise<ReadonlyMap<string, Look>>;
  get(folderId: string): Promise<Look | null>;
  put(folderId: string, look: Look): Promise<void>;
}

/** What one slice of a scan has found: kept together with the position, or not at all. */
export interface ScanStep {
  readonly scan: Scan;
  readonly folderId: string;
  /** Keys of the messages that are done. */
  readonly keys: readonly string[];
  readonly findings: readonly { readonly facts: readonly Fact[]; readonly place: Place | null }[];
}

/** Where a scan is kept. */
export interface Scans {
  load(): Promise<Scan | null>;
  /** In place of the last one, whose position is forgotten. */
  begin(scan: Scan): Promise<void>;
  save(scan: Scan): Promise<void>;
  /** Which of these the scan has done with. */
  known(folderId: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  commit(step: ScanStep): Promise<void>;
}

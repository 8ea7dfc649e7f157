/*
 * Whether Thunderbird lists all messages of a folder. After a kill it may have to get the list
 * anew, and no API of an add-on makes it do so. Measured on Thunderbird 153: while it fetches an
 * IMAP folder, the list grows and the count stays what it was until the end; a folder that nobody
 * shows is fetched once the user has been idle for some seconds; a local folder without its .msf
 * has neither a list nor a count until somebody shows it.
 */

/** What one reading of a folder's list saw. */
export interface Listing {
  /** Thunderbird's own count when it began; null: it could not tell. */
  readonly before: number | null;
  readonly listed: number;
}

/** As many as Thunderbird counts afterwards, and as were known of in an earlier life. */
export function isWhole({ listed }: Listing, count: number | null, known: number): boolean {
  return listed === count && listed >= known;
}

/** Reading it once more may show other messages. */
export function isMoving({ before, listed }: Listing, count: number | null): boolean {
  return count !== null && (count !== before || count < listed);
}

/** There are messages that it does not list; where it lists fewer than before, they are deleted. */
export function isLacking({ listed }: Listing, count: number | null, known: number): boolean {
  return count === null || count > listed || (listed === 0 && known > 0);
}

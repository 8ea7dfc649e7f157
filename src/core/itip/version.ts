/** What orders the messages of one event (RFC 5546 §2.1.5): SEQUENCE, then DTSTAMP. */
export interface Version {
  readonly sequence: number;
  /** Milliseconds since 1970; null (unknown) counts as oldest. */
  readonly dtstamp: number | null;
}

/** Negative when `a` is older than `b`, 0 when they are equal, positive when it is newer. */
export function compareVersions(a: Version, b: Version): number {
  return a.sequence - b.sequence || stampOrder(a.dtstamp) - stampOrder(b.dtstamp);
}

/** Not -Infinity, of which two would differ by NaN. */
function stampOrder(dtstamp: number | null): number {
  return dtstamp ?? Number.MIN_SAFE_INTEGER;
}

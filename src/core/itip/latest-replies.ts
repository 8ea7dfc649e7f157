import { compareKnown, type KnownVersion } from "./known-version.ts";
import type { Version } from "./version.ts";

/** Which version of which entry is asked about. */
interface Asked extends Pick<Version, "sequence"> {
  readonly recurrenceId: string;
}

/**
 * What the attendees last replied, by address in lower case, as an organizer counts it: a line per
 * author (RFC 5546 §2.1.5), without what was said to an earlier SEQUENCE, before it was rescheduled.
 */
export function latestReplies(
  answers: readonly KnownVersion[],
  { recurrenceId, sequence }: Asked,
): ReadonlyMap<string, string> {
  const replies = answers
    .filter(({ method }) => method === "REPLY")
    .filter((reply) => reply.recurrenceId === recurrenceId && reply.sequence >= sequence)
    .sort(compareKnown);
  return new Map(replies.map(({ author, partstat }) => [author ?? "", partstat ?? "NEEDS-ACTION"]));
}

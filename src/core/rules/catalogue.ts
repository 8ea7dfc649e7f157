import { eventKnown } from "./freshness/event-known.ts";
import { notCancelled } from "./freshness/not-cancelled.ts";
import { notDuplicate } from "./freshness/not-duplicate.ts";
import { notSuperseded } from "./freshness/not-superseded.ts";
import { sequenceIncremented } from "./freshness/sequence-incremented.ts";
import { sequenceNotOlder } from "./freshness/sequence-not-older.ts";
import { dtstampPlausible } from "./object/dtstamp-plausible.ts";
import { sequencePlausible } from "./object/sequence-plausible.ts";
import { answerGoesToSender } from "./people/answer-goes-to-sender.ts";
import { attendeeIsYou } from "./people/attendee-is-you.ts";
import { authenticationPassed } from "./people/authentication-passed.ts";
import { nameMatchesAddress } from "./people/name-matches-address.ts";
import { noLookalike } from "./people/no-lookalike.ts";
import { notPremarked } from "./people/not-premarked.ts";
import { notYourOwn } from "./people/not-your-own.ts";
import { organizerAddressable } from "./people/organizer-addressable.ts";
import { organizerUnchanged } from "./people/organizer-unchanged.ts";
import { replierInvited } from "./people/replier-invited.ts";
import { replyToCurrentVersion } from "./people/reply-to-current-version.ts";
import { senderIsAttendee } from "./people/sender-is-attendee.ts";
import { senderIsOrganizer } from "./people/sender-is-organizer.ts";
import { signatureExpected } from "./people/signature-expected.ts";
import { signerIsOrganizer } from "./people/signer-is-organizer.ts";
import type { Family, Rule } from "./rule.ts";

/** Every rule, in the order in which findings are shown: by family, as docs/rules.md lists them. */
export const catalogue: readonly Rule[] = [
  dtstampPlausible,
  sequencePlausible,
  attendeeIsYou,
  senderIsOrganizer,
  senderIsAttendee,
  replierInvited,
  replyToCurrentVersion,
  organizerUnchanged,
  authenticationPassed,
  answerGoesToSender,
  organizerAddressable,
  nameMatchesAddress,
  noLookalike,
  signerIsOrganizer,
  signatureExpected,
  notPremarked,
  notYourOwn,
  sequenceNotOlder,
  notDuplicate,
  sequenceIncremented,
  notSuperseded,
  notCancelled,
  eventKnown,
];

const RULES: ReadonlyMap<string, Rule> = new Map(catalogue.map((rule) => [rule.id, rule]));

/** The rule of a finding; only ids of the catalogue are ever found. */
export function ruleOf(id: string): Rule | null {
  return RULES.get(id) ?? null;
}

export function familyOf(id: string): Family {
  return RULES.get(id)?.family ?? "object";
}

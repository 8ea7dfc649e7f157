import { alarmsHarmless } from "./content/alarms-harmless.ts";
import { attachmentsNotExecutable } from "./content/attachments-not-executable.ts";
import { attachmentsNotLocal } from "./content/attachments-not-local.ts";
import { linksMatchText } from "./content/links-match-text.ts";
import { linksSafe } from "./content/links-safe.ts";
import { meetingLinkGenuine } from "./content/meeting-link-genuine.ts";
import { textWithoutHiddenCharacters } from "./content/text-without-hidden-characters.ts";
import { textWithoutMarkup } from "./content/text-without-markup.ts";
import { eventKnown } from "./freshness/event-known.ts";
import { notCancelled } from "./freshness/not-cancelled.ts";
import { notDuplicate } from "./freshness/not-duplicate.ts";
import { notSuperseded } from "./freshness/not-superseded.ts";
import { sequenceIncremented } from "./freshness/sequence-incremented.ts";
import { sequenceNotOlder } from "./freshness/sequence-not-older.ts";
import { calendarInAlternative } from "./message/calendar-in-alternative.ts";
import { charsetDeclared } from "./message/charset-declared.ts";
import { charsetUtf8 } from "./message/charset-utf8.ts";
import { containerReadable } from "./message/container-readable.ts";
import { copiesAgree } from "./message/copies-agree.ts";
import { encodingValid } from "./message/encoding-valid.ts";
import { lineEndingsCrlf } from "./message/line-endings-crlf.ts";
import { linesFolded } from "./message/lines-folded.ts";
import { methodParameterMatches } from "./message/method-parameter-matches.ts";
import { methodParameterPresent } from "./message/method-parameter-present.ts";
import { notABounce } from "./message/not-a-bounce.ts";
import { notForwarded } from "./message/not-forwarded.ts";
import { oneCalendarObject } from "./message/one-calendar-object.ts";
import { sizeWithinLimits } from "./message/size-within-limits.ts";
import { textAlternativePresent } from "./message/text-alternative-present.ts";
import { transferEncodingDeclared } from "./message/transfer-encoding-declared.ts";
import { attendeePresent } from "./object/attendee-present.ts";
import { calendarGregorian } from "./object/calendar-gregorian.ts";
import { calendarParses } from "./object/calendar-parses.ts";
import { componentSupported } from "./object/component-supported.ts";
import { dtstampPlausible } from "./object/dtstamp-plausible.ts";
import { dtstampPresent } from "./object/dtstamp-present.ts";
import { endAfterStart } from "./object/end-after-start.ts";
import { endOrDuration } from "./object/end-or-duration.ts";
import { itipProperties } from "./object/itip-properties.ts";
import { methodKnown } from "./object/method-known.ts";
import { methodPresent } from "./object/method-present.ts";
import { organizerPresent } from "./object/organizer-present.ts";
import { organizerSingle } from "./object/organizer-single.ts";
import { prodidPresent } from "./object/prodid-present.ts";
import { propertiesSingle } from "./object/properties-single.ts";
import { replyHasOneAttendee } from "./object/reply-has-one-attendee.ts";
import { sequencePlausible } from "./object/sequence-plausible.ts";
import { startPresent } from "./object/start-present.ts";
import { uidPresent } from "./object/uid-present.ts";
import { uidSingle } from "./object/uid-single.ts";
import { valuesValid } from "./object/values-valid.ts";
import { versionIs2 } from "./object/version-is-2.ts";
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
import { eventUpcoming } from "./time/event-upcoming.ts";
import { recurrenceBounded } from "./time/recurrence-bounded.ts";
import { recurrenceIdMatches } from "./time/recurrence-id-matches.ts";
import { recurrenceValid } from "./time/recurrence-valid.ts";
import { timeZoneDefined } from "./time/time-zone-defined.ts";
import { timeZoneRulesAgree } from "./time/time-zone-rules-agree.ts";
import { timeZoneStandard } from "./time/time-zone-standard.ts";
import type { Family, Rule } from "./rule.ts";

/** Every rule, in the order in which findings are shown: by family, as docs/rules.md lists them. */
export const catalogue: readonly Rule[] = [
  methodParameterPresent,
  methodParameterMatches,
  charsetDeclared,
  charsetUtf8,
  encodingValid,
  transferEncodingDeclared,
  textAlternativePresent,
  calendarInAlternative,
  copiesAgree,
  oneCalendarObject,
  linesFolded,
  lineEndingsCrlf,
  sizeWithinLimits,
  notABounce,
  notForwarded,
  containerReadable,
  calendarParses,
  methodPresent,
  methodKnown,
  versionIs2,
  prodidPresent,
  uidPresent,
  uidSingle,
  dtstampPresent,
  dtstampPlausible,
  sequencePlausible,
  organizerPresent,
  organizerSingle,
  attendeePresent,
  replyHasOneAttendee,
  startPresent,
  endAfterStart,
  endOrDuration,
  itipProperties,
  propertiesSingle,
  componentSupported,
  valuesValid,
  calendarGregorian,
  timeZoneDefined,
  timeZoneStandard,
  timeZoneRulesAgree,
  recurrenceValid,
  recurrenceBounded,
  recurrenceIdMatches,
  eventUpcoming,
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
  linksSafe,
  linksMatchText,
  meetingLinkGenuine,
  attachmentsNotLocal,
  attachmentsNotExecutable,
  alarmsHarmless,
  textWithoutHiddenCharacters,
  textWithoutMarkup,
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

import type { InspectedInvitation, Inspection } from "../core/inspection.ts";
import { writtenAddress } from "../core/itip/calendar-user.ts";
import type { Invitation } from "../core/itip/invitation.ts";
import { replier } from "../core/people/sender.ts";

import { seriesWords } from "../core/series-words.ts";
import { ruleOf } from "../core/rules/catalogue.ts";
import type { Finding } from "../core/rules/rule.ts";
import { changeRows } from "../core/words/change-words.ts";
import { findingWords, helpWords, severityWords } from "../core/words/finding-words.ts";
import { matchWords, personWords, senderWords } from "../core/words/people-words.ts";
import { doubtsOrganizer, stateWords, verdictWords } from "../core/words/state-words.ts";
import type { Reader, Translate } from "../core/words/translate.ts";
import { visibleText } from "../core/words/visible-text.ts";
import { whenWords } from "../core/words/when-words.ts";

/** An inspection for people. */
export function reportText(inspection: Inspection, file: string, reader: Reader): string {
  const { invitations, findings } = inspection;
  const blocks = invitations.map((invitation) => invitationLines(invitation, reader));
  const isEmpty = invitations.length === 0 && findings.length === 0;
  const nothing = isEmpty ? [`  ${reader.translate("popup_none_title")}`] : [];
  const lines = [
    `${file}: ${verdictWords(inspection.verdict, reader)}`,
    ...findings.flatMap((finding) => findingLines(finding, reader)),
    ...nothing,
    ...blocks.flat(),
    "",
  ];
  return visibleText(lines.map(oneLine).join("\n"));
}

/** A title of several lines must not look like more of the report. */
function oneLine(line: string): string {
  return line.trimEnd().replace(/\s*[\n\u2028\u2029]\s*/gu, " / ");
}

function invitationLines(inspected: InspectedInvitation, reader: Reader): readonly string[] {
  const { situation, findings } = inspected;
  const { standing } = situation;
  const state = stateWords(standingOf(inspected), reader);
  return [
    ...eventLines(inspected.invitation, reader),
    ...peopleLines(inspected, reader.translate),
    `    ${state.title}: ${state.sentence}`,
    ...changeRows(standing.changes, reader).map(
      ({ field, before, after }) => `    ${field}: ${before} → ${after}`,
    ),
    ...findings.flatMap((finding) => findingLines(finding, reader)),
  ];
}

function eventLines({ main }: Invitation, reader: Reader): readonly string[] {
  if (main === null) {
    return [`  ${reader.translate("card_untitled")}`];
  }
  const { headline, detail, elsewhere, note } = whenWords(main, reader);
  return [
    `  ${main.summary ?? reader.translate("card_untitled")}`,
    ...[headline, detail, elsewhere, note, seriesWords(main, reader), main.location]
      .filter((line) => line !== null && line !== "")
      .map((line) => `    ${line ?? ""}`),
  ];
}

/** Who invites, who really sent it, and who the user is. */
function peopleLines(
  { invitation, situation, actions }: InspectedInvitation,
  translate: Translate,
): readonly string[] {
  const { me, sender } = situation;
  const organizer = invitation.main?.organizer ?? null;
  const named = organizer && { name: organizer.name, address: writtenAddress(organizer) };
  const isNamed = me.address !== null || actions.includes("accept");
  return [
    named && `${translate("card_organizer")}: ${personWords(named, translate)}`,
    senderWords({ sender, senderRelation: sender.relation }, translate),
    isNamed ? matchWords({ ...me, me: me.address }, translate) : null,
  ]
    .filter((line) => line !== null)
    .map((line) => `    ${line}`);
}

function standingOf({
  invitation,
  situation,
  findings,
}: InspectedInvitation): Parameters<typeof stateWords>[0] {
  const { standing, me, sender } = situation;
  const author = replier(invitation, sender.address);
  return {
    state: standing.state,
    role: me.role,
    sequence: invitation.main?.sequence ?? 0,
    isOccurrence: (invitation.main?.recurrenceId ?? null) !== null,
    isDoubted: doubtsOrganizer(findings),
    author: author === null ? sender.address : (author.name ?? writtenAddress(author)),
    partstat: author?.partstat ?? null,
    knownVersion: standing.against,
  };
}

function findingLines(finding: Finding, reader: Reader): readonly string[] {
  const rule = ruleOf(finding.rule);
  const sentence = findingWords({ ...finding, placeholders: rule?.placeholders ?? [] }, reader);
  return [
    `    ${severityWords(finding, reader.translate)}: ${sentence} [${finding.rule}, ${rule?.clause ?? ""}]`,
    `      ${helpWords(finding, reader.translate)}`,
  ];
}

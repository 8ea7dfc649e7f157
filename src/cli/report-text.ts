import type { InspectedInvitation, Inspection } from "../core/inspection.ts";
import { writtenAddress } from "../core/itip/calendar-user.ts";
import type { Invitation } from "../core/itip/invitation.ts";
import { replier } from "../core/people/sender.ts";
import { ruleOf } from "../core/rules/catalogue.ts";
import type { Finding } from "../core/rules/rule.ts";
import { changeWords } from "../core/words/change-words.ts";
import { findingWords, helpWords, severityWords } from "../core/words/finding-words.ts";
import { matchWords, personWords } from "../core/words/people-words.ts";
import { stateWords, verdictWords } from "../core/words/state-words.ts";
import type { Reader } from "../core/words/translate.ts";
import { visibleText } from "../core/words/visible-text.ts";
import { whenWords } from "../core/words/when-words.ts";

/** An inspection for people. */
export function reportText(inspection: Inspection, file: string, reader: Reader): string {
  const { invitations, findings } = inspection;
  const blocks = invitations.map((invitation) => invitationLines(invitation, reader));
  const nothing = invitations.length === 0 ? [`  ${reader.translate("card_none")}`] : [];
  const lines = [
    `${file}: ${verdictWords(inspection.verdict, reader)}`,
    ...findings.flatMap((finding) => findingLines(finding, reader)),
    ...nothing,
    ...blocks.flat(),
    "",
  ];
  return visibleText(lines.join("\n"));
}

function invitationLines(inspected: InspectedInvitation, reader: Reader): readonly string[] {
  const { situation, findings } = inspected;
  const { me, standing } = situation;
  const state = stateWords(standingOf(inspected), reader);
  return [
    ...eventLines(inspected.invitation, reader),
    `    ${matchWords({ me: me.address, matchedBy: me.matchedBy, role: me.role }, reader.translate)}`,
    `    ${state.title}: ${state.sentence}`,
    ...standing.changes
      .map((change) => changeWords(change, reader))
      .map(({ field, before, after }) => `    ${field}: ${before} → ${after}`),
    ...findings.flatMap((finding) => findingLines(finding, reader)),
  ];
}

function eventLines({ main }: Invitation, reader: Reader): readonly string[] {
  if (main === null) {
    return [`  ${reader.translate("card_untitled")}`];
  }
  const { headline, detail, elsewhere, note } = whenWords(main, reader);
  const { organizer } = main;
  const who =
    organizer === null
      ? null
      : personWords({ name: organizer.name, address: writtenAddress(organizer) }, reader.translate);
  return [
    `  ${main.summary ?? reader.translate("card_untitled")}`,
    ...[headline, detail, elsewhere, note, main.location, who]
      .filter((line) => line !== null && line !== "")
      .map((line) => `    ${line ?? ""}`),
  ];
}

function standingOf({
  invitation,
  situation,
}: InspectedInvitation): Parameters<typeof stateWords>[0] {
  const { standing, me, sender } = situation;
  const author = replier(invitation, sender.address);
  return {
    state: standing.state,
    role: me.role,
    sequence: invitation.main?.sequence ?? 0,
    isOccurrence: (invitation.main?.recurrenceId ?? null) !== null,
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

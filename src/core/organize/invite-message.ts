import type { Invitation } from "../itip/invitation.ts";
import { imipBody } from "../mail/imip-body.ts";
import { writeMail, type WrittenMail } from "../mail/write-mail.ts";
import { writtenWhen } from "../words/written-when.ts";
import type { Reader } from "../words/translate.ts";
import { inviteObject, recipientsOf } from "./invite-object.ts";
import type { InviteOrder } from "./order.ts";

/** The message by which an organizer invites, updates or cancels (RFC 5546 §3.2.2, §3.2.5). */
export function inviteMessage(
  invitation: Invitation,
  order: InviteOrder & { readonly messageId: string },
  reader: Reader,
): WrittenMail {
  const { purpose, organizer, now, messageId } = order;
  const title = invitation.main?.summary?.trim() ?? "";
  const summary = title === "" ? reader.translate("card_untitled") : title;
  return writeMail({
    from: organizer,
    to: recipientsOf(invitation, order).map((address) => ({ name: "", address })),
    subject: reader.translate(`invite_subject_${purpose}`, [summary]),
    date: now,
    messageId,
    inReplyTo: null,
    references: [],
    fields: [],
    body: imipBody(textOf(invitation, order, reader), inviteObject(invitation, order), false),
  });
}

function textOf({ main }: Invitation, { purpose, organizer }: InviteOrder, reader: Reader): string {
  const when = main === null ? [] : writtenWhen(main, reader);
  const name = organizer.name === "" ? organizer.address : organizer.name;
  return [
    reader.translate(`invite_text_${purpose}`, [name]),
    "",
    ...[main?.summary, ...when, main?.location].filter((line) => (line ?? "").trim() !== ""),
    "",
  ].join("\n");
}

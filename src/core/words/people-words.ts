import type { Answered } from "../itip/answered.ts";
import type { MatchedBy, Role } from "../people/me.ts";
import type { SenderRelation } from "../people/sender.ts";
import type { Signature } from "../people/signature.ts";
import { partstatKey } from "./state-words.ts";
import { translateCount, type Reader, type Translate } from "./translate.ts";
import { momentWords } from "./when-words.ts";
import { listFormat } from "./formats.ts";

export interface Person {
  readonly name: string | null;
  readonly address: string | null;
}

/** Name and address, so that a name never stands for an address unseen. */
export function personWords({ name, address }: Person, translate: Translate): string {
  if (address === null || address === "") {
    return name ?? translate("person_unknown");
  }
  return name === null || name === "" || name === address
    ? address
    : translate("person_named", [name, address]);
}

export interface SenderStanding {
  readonly sender: Person | null;
  readonly senderRelation: SenderRelation | null;
}

/** Who really sent it; null where it is whom the invitation names, or nobody can be compared. */
export function senderWords(
  { sender, senderRelation }: SenderStanding,
  translate: Translate,
): string | null {
  if (sender === null || senderRelation === null || UNREMARKABLE.includes(senderRelation)) {
    return null;
  }
  const key = `sender_${senderRelation.replaceAll("-", "_")}`;
  return translate(key, [personWords(sender, translate)]);
}

/** Who vouches for it; null where nobody does, or where a finding says that the signature is bad. */
export function signatureWords(signature: Signature, translate: Translate): string | null {
  switch (signature.kind) {
    case "signed":
      return translate("card_signed", [signature.addresses.join(", ")]);
    case "unchecked":
      return translate("card_signed_unchecked");
    default:
      return null;
  }
}

const UNREMARKABLE: readonly SenderRelation[] = ["self", "none"];

export interface MeStanding {
  readonly me: string | null;
  readonly matchedBy: MatchedBy | null;
  readonly role: Role;
}

/** As whom the user is invited, and how that was found out. */
export function matchWords({ me, matchedBy, role }: MeStanding, translate: Translate): string {
  if (role === "organizer") {
    return translate("match_organizer");
  }
  if (me === null || matchedBy === null) {
    return translate("match_none");
  }
  return translate(`match_${matchedBy.replaceAll("-", "_")}`, [me]);
}

/** "Accepted", "No answer yet". */
export function partstatWords(partstat: string | null, translate: Translate): string {
  return translate(`partstat_${partstatKey(partstat)}`);
}

/** What the user answered last, and when. */
export function answeredWords(
  answered: Pick<Answered, "partstat" | "at"> | null,
  reader: Reader,
): string {
  return answered === null
    ? reader.translate("answered_not_yet")
    : reader.translate(`answered_${partstatKey(answered.partstat)}`, [
        momentWords(answered.at, reader),
      ]);
}

/** "3 accepted, 1 declined, 4 not answered" as a list of its own words. */
export function attendeesWords(
  attendees: readonly { readonly partstat: string }[],
  reader: Reader,
): string {
  const counts = new Map<string, number>();
  for (const { partstat } of attendees) {
    const key = partstatKey(partstat);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const words = PARTSTAT_ORDER.filter((key) => counts.has(key)).map((key) =>
    translateCount(`attendees_${key}`, counts.get(key) ?? 0, reader),
  );
  return listFormat(reader.locale, { type: "unit" }).format(words);
}

const PARTSTAT_ORDER = ["accepted", "tentative", "declined", "delegated", "needs_action"];

import type { AttendeeView, CardView } from "../../app/card.ts";
import {
  answeredWords,
  attendeesWords,
  matchWords,
  partstatWords,
  personWords,
  senderWords,
  signatureWords,
} from "../../core/words/people-words.ts";
import { translateCount, type Reader } from "../../core/words/translate.ts";
import { element, mailText, type Child } from "../element.ts";
import type { Said } from "./answers-here.ts";
import { factRow } from "./fact-row.ts";
import type { Scene } from "./scene.ts";

/** Up to so many stand open. */
const OPEN_ATTENDEES = 3;

/** Beyond, a list is counted instead of drawn: nobody reads it, and drawing it takes time. */
const MAX_DRAWN_ATTENDEES = 100;

export interface PeopleView {
  /** Who invites, whether nobody else could read it, who else is invited, and the user himself. */
  readonly rows: readonly Child[];
  /** The user answered this since the card was drawn; null: nothing that holds. */
  readonly say: (said: Said | null, scene: Scene) => void;
}

export function peopleView({ card, reader }: Scene): PeopleView {
  const attendees = attendeesView(card, reader);
  const me = meView(card, reader);
  const say = (said: Said | null, scene: Scene): void => {
    const line = me?.querySelector(".my-answer");
    line?.replaceChildren(said === null ? myAnswerWords(scene) : answeredWords(said, reader));
    if (scene.card.ref.occurrence === null) {
      attendees?.say(said);
    }
  };
  return {
    rows: [organizerView(card, reader), encryptedView(card, reader), attendees?.row ?? null, me],
    say,
  };
}

function organizerView(card: CardView, reader: Reader): HTMLElement | null {
  const { translate } = reader;
  const { organizer, forwardedFrom } = card;
  const sender = senderWords(card, translate);
  const signature = signatureWords(card.signature, translate);
  if (organizer === null && card.state === "unusable") {
    return null;
  }
  return factRow("organizer", translate("card_organizer"), [
    element("p", {}, [
      organizer === null
        ? translate("card_organizer_unknown")
        : mailText(personWords(organizer, translate)),
      " ",
      organizer === null
        ? null
        : element("span", { class: "muted", text: translate("card_organizer_mark") }),
    ]),
    sender === null
      ? null
      : element("p", {
          class: card.senderRelation === "stranger" ? "sender sender-stranger" : "sender muted",
          text: sender,
        }),
    forwardedFrom === null
      ? null
      : element("p", {
          class: "muted",
          text: translate("card_forwarded", [personWords(forwardedFrom, translate)]),
        }),
    signature === null ? null : element("p", { class: "muted", text: signature }),
  ]);
}

function encryptedView({ isEncrypted }: CardView, { translate }: Reader): HTMLElement | null {
  return isEncrypted
    ? factRow("encrypted", translate("card_encryption"), [
        element("p", { class: "encrypted", text: translate("card_encrypted") }),
      ])
    : null;
}

interface AttendeesView {
  readonly row: HTMLElement;
  readonly say: (said: Said | null) => void;
}

function attendeesView(card: CardView, reader: Reader): AttendeesView | null {
  const { attendees } = card;
  if (attendees.length === 0) {
    return null;
  }
  const count = translateCount("card_attendees", attendees.length, reader);
  const tally = element("span", { class: "muted tally" });
  const list = element("ul", { class: "attendees" });
  const say = (said: Said | null): void => {
    const known = withMine(card, said);
    tally.replaceChildren(attendeesWords(known, reader));
    list.replaceChildren(...attendeeRows(known, reader));
  };
  say(null);
  const row = factRow("people", count, [
    element("details", { attributes: { open: attendees.length <= OPEN_ATTENDEES ? "" : null } }, [
      element("summary", {}, [count, " ", tally]),
      list,
    ]),
  ]);
  return { row, say };
}

/** Where nothing is asked of the user, his answer is no answer to this version. */
function withMine(
  { attendees, answerNeeded }: CardView,
  said: Said | null,
): readonly AttendeeView[] {
  return said === null || answerNeeded === null
    ? attendees
    : attendees.map((one) => (one.isMe ? { ...one, partstat: said.partstat } : one));
}

function attendeeRows(attendees: readonly AttendeeView[], reader: Reader): readonly HTMLElement[] {
  const drawn = attendees.slice(0, MAX_DRAWN_ATTENDEES);
  const left = attendees.length - drawn.length;
  const rows = drawn.map((attendee) => attendeeView(attendee, reader));
  return left === 0
    ? rows
    : [...rows, element("li", { text: translateCount("card_attendees_more", left, reader) })];
}

function attendeeView(attendee: AttendeeView, { translate }: Reader): HTMLElement {
  const { name, address, partstat, participation, isMe, delegatedTo } = attendee;
  const remarks = [
    isMe ? translate("card_attendee_me") : null,
    participation === "OPT-PARTICIPANT" ? translate("card_attendee_optional") : null,
    ...delegatedTo.map((to) => translate("card_attendee_delegated", [to])),
  ].filter((remark) => remark !== null);
  const data: Record<string, string> = isMe ? { attendee: "me" } : {};
  return element("li", { class: `attendee attendee-${partstat.toLowerCase()}`, data }, [
    element("span", { class: "partstat", text: partstatWords(partstat, translate) }),
    mailText(name ?? address ?? translate("person_unknown"), {
      attributes: { title: address },
    }),
    ...remarks.map((remark) => element("span", { class: "muted remark", text: remark })),
  ]);
}

/** My status, and as whom. */
function meView(card: CardView, reader: Reader): HTMLElement | null {
  const { translate } = reader;
  const isAsked = card.actions.includes("accept");
  if (card.role === "organizer" || (!isAsked && card.me === null)) {
    return null;
  }
  const match = matchWords(card, translate);
  return factRow("me", translate("card_you"), [
    isAsked || card.answered !== null
      ? element("p", { class: "my-answer", text: myAnswerWords({ card, reader }) })
      : null,
    element("p", { class: isByGuess(card) ? "match" : "muted", text: match }),
  ]);
}

/** The answer would name an address that the invitation does not. */
function isByGuess({ role, matchedBy }: CardView): boolean {
  return role === "bystander" || matchedBy === "recipient";
}

/**
 * What the user said last; to the occurrence that is chosen, where he said something to it alone.
 * Where the calendar holds the event, its PARTSTAT counts: it may be newer than our own record.
 */
export function myAnswerWords({ card, reader }: Pick<Scene, "card" | "reader">): string {
  const { partstat, partstatInCalendar, ref, occurrences } = card;
  const { translate } = reader;
  const chosen = occurrences.shown.find(({ key }) => key === ref.occurrence)?.answered ?? null;
  const answered = chosen ?? card.answered;
  const isElsewhere = chosen === null && partstatInCalendar !== answered?.partstat;
  if (isElsewhere && isAnswer(partstatInCalendar)) {
    return translate("answered_in_calendar", [partstatWords(partstatInCalendar, translate)]);
  }
  return answered === null && isAnswer(partstat)
    ? translate("answered_as_received", [partstatWords(partstat, translate)])
    : answeredWords(answered, reader);
}

function isAnswer(partstat: string | null): partstat is string {
  return partstat !== null && partstat !== "NEEDS-ACTION";
}

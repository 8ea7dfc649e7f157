import type { ListedInvitation } from "../../app/listed-invitation.ts";
import { answeredWords, personWords } from "../../core/words/people-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { timeWords, whenWords } from "../../core/words/when-words.ts";
import type { Drawing } from "../drawings.ts";
import { element, icon, mailText } from "../element.ts";
import { GOES_ON, NO_DAY, type Group } from "./arrange.ts";

export interface RowLook {
  readonly isSelected: boolean;
  /** Its card is shown. */
  readonly isOpen: boolean;
  /** The keys of the keyboard act on it. */
  readonly isActive: boolean;
}

/** One invitation in a line. */
export function rowView(row: ListedInvitation, look: RowLook, reader: Reader): HTMLElement {
  const { translate } = reader;
  const title = row.title ?? translate("invitations_untitled");
  const line = element(
    "div",
    {
      class: "line row",
      attributes: {
        role: "row",
        "aria-selected": String(look.isSelected),
        ...(look.isOpen ? { "aria-current": "true" } : {}),
      },
      data: { row: row.key, section: row.section },
    },
    [
      choiceView(row, look, reader),
      element("div", { class: "row-main", attributes: { role: "gridcell" } }, [
        mailText(title, { class: "row-title" }),
        mailText(organizerOf(row, reader), { class: "row-organizer muted" }),
      ]),
      element("div", { class: "row-side", attributes: { role: "gridcell" } }, [
        element("span", { class: "row-when", text: whenWords(row, reader).headline }),
        statusView(row, reader),
      ]),
    ],
  );
  line.classList.toggle("active", look.isActive);
  return line;
}

/** A box only where answering together with others is possible. */
function choiceView(row: ListedInvitation, look: RowLook, { translate }: Reader): HTMLElement {
  const cell = element("div", { class: "row-choice", attributes: { role: "gridcell" } });
  if (row.canAnswer) {
    const label = translate("invitations_choose", [row.title ?? translate("invitations_untitled")]);
    const box = element("input", {
      attributes: { type: "checkbox", tabindex: "-1", "aria-label": label },
    });
    box.checked = look.isSelected;
    cell.append(box);
  }
  return cell;
}

function organizerOf({ organizer, role }: ListedInvitation, { translate }: Reader): string {
  return role === "organizer"
    ? translate("invitations_by_you")
    : personWords(organizer ?? { name: null, address: null }, translate);
}

const ICONS: Readonly<Record<ListedInvitation["section"], Drawing | null>> = {
  open: "severity-notice",
  changed: "repeat",
  unsent: "outcome-queued",
  cancelled: "verdict-danger",
  suspicious: "verdict-caution",
  own: "organizer",
  other: null,
};

function statusView(row: ListedInvitation, reader: Reader): HTMLElement {
  const drawing = ICONS[row.section];
  return element("span", { class: "row-status" }, [
    drawing === null ? null : icon(drawing),
    element("span", { text: statusWords(row, reader) }),
  ]);
}

/** What to know of it at a glance. */
export function statusWords(row: ListedInvitation, reader: Reader): string {
  const { translate } = reader;
  const { section, outcome, replies, answered, state } = row;
  if (section === "unsent") {
    return translate(`invitations_status_${outcome ?? "queued"}`);
  }
  if (section === "own") {
    const { accepted, tentative, declined } = replies ?? NO_REPLIES;
    return translate("invitations_status_replies", [accepted, tentative, declined].map(String));
  }
  if (section === "cancelled" && state === "removed") {
    return translate("state_removed_title");
  }
  if (section === "other") {
    return answered === null ? otherWords(row, reader) : answeredWords(answered, reader);
  }
  return translate(`invitations_status_${section}`);
}

const NO_REPLIES = { accepted: 0, tentative: 0, declined: 0 };

function otherWords({ state }: ListedInvitation, { translate }: Reader): string {
  return translate(`state_${state.replaceAll("-", "_")}_title`);
}

/** A line that says what the lines below it have in common. */
export function headingView(
  group: string,
  count: number,
  { by, reader }: { readonly by: Group; readonly reader: Reader },
): HTMLElement {
  const words =
    by === "day" ? dayWords(group, reader) : group || reader.translate("person_unknown");
  return element("div", { class: "line heading", attributes: { role: "row" } }, [
    element("div", { class: "heading-words", attributes: { role: "rowheader" } }, [
      mailText(words),
      element("span", {
        class: "muted",
        text: reader.translate("invitations_group_count", [String(count)]),
      }),
    ]),
  ]);
}

function dayWords(day: string, reader: Reader): string {
  if (day === GOES_ON) {
    return reader.translate("invitations_group_goes_on");
  }
  return day === NO_DAY ? reader.translate("invitations_group_no_day") : timeWords(day, reader);
}

import type { SurroundingsView } from "../../app/card.ts";
import { conflictWords } from "../../core/words/agenda-words.ts";
import { translateCount } from "../../core/words/translate.ts";
import { momentWords } from "../../core/words/when-words.ts";
import { button, element, type Child } from "../element.ts";
import { attemptOrSay } from "./attempt-or-say.ts";
import { dayStrip } from "./day-strip.ts";
import { factRow } from "./fact-row.ts";
import type { Scene } from "./scene.ts";

/** What the user's calendars say. The card does not wait for it: it comes when it is known. */
export function surroundingsView(scene: Scene): HTMLElement {
  const list = element("dl", {
    class: "facts surroundings",
    attributes: { "aria-live": "polite" },
  });
  if (ASKED.some((action) => scene.card.actions.includes(action))) {
    void fill(list, scene);
  }
  return list;
}

/** Cards that the calendars have something to say to. */
const ASKED = ["accept", "record", "apply"] as const;

async function fill(list: HTMLElement, scene: Scene): Promise<void> {
  try {
    const found = await scene.desk.surroundings(scene.card.ref);
    const rows = found === null ? [] : rowsOf(found, scene, list);
    list.replaceChildren(
      ...(rows.length === 0 ? [] : [factRow("when", scene.reader.translate("agenda_title"), rows)]),
    );
  } catch (error) {
    // The card is true without it.
    console.warn(error);
  }
}

function rowsOf(found: SurroundingsView, scene: Scene, list: HTMLElement): readonly Child[] {
  const { reader } = scene;
  const canAnswer = scene.card.actions.includes("accept");
  return [
    calendarWords(found, scene),
    found.serverTells && canAnswer
      ? element("p", { class: "muted", text: reader.translate("agenda_server_tells") })
      : null,
    found.hasCalendars || !canAnswer ? null : noCalendar(scene, list),
    ...(canAnswer ? agendaView(found, scene) : []),
  ].filter((row) => row !== null);
}

function calendarWords({ calendar, isThere }: SurroundingsView, { card, reader }: Scene): Child {
  if (calendar === null || !isThere) {
    return null;
  }
  const text =
    card.answered === null
      ? reader.translate("agenda_there", [calendar])
      : reader.translate("agenda_there_answered", [
          calendar,
          momentWords(card.answered.at, reader),
        ]);
  return element("p", { class: "muted", text });
}

/** The answer goes without one; who wants one gets it by a click. */
function noCalendar(scene: Scene, list: HTMLElement): HTMLElement {
  const { translate } = scene.reader;
  const said = element("span", { attributes: { role: "status" } });
  const words = (reason: string): string => translate("popup_error_text", [reason]);
  const make = button("make-calendar", translate("agenda_make_calendar"), () => {
    void attemptOrSay({ pressed: make, said, words }, async () => {
      await scene.desk.makeCalendar(translate("agenda_new_calendar_name"));
      await fill(list, scene);
    });
  });
  return element("p", { class: "muted" }, [translate("agenda_no_calendar"), " ", make, " ", said]);
}

function agendaView(
  { day, conflicts, occurrences }: SurroundingsView,
  { reader }: Scene,
): readonly Child[] {
  if (day === null) {
    return [];
  }
  const checked = translateCount("agenda_checked", occurrences, reader);
  return [
    dayStrip(day, reader),
    conflicts.length === 0
      ? element("p", {
          class: "muted",
          text: occurrences > 1 ? checked : reader.translate("agenda_free"),
        })
      : element(
          "ul",
          { class: "conflicts" },
          conflicts.map((conflict) =>
            element("li", {
              class: `conflict-${conflict.relation}`,
              text: conflictWords(conflict, reader),
            }),
          ),
        ),
  ];
}

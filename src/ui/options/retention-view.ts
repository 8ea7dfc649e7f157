import type { FoundEvent } from "../../app/ports.ts";
import { button, element, mailText } from "../element.ts";
import { entryView, type Entry } from "./entry-view.ts";
import { monthsView } from "./months-view.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { settingView } from "./setting-view.ts";

/** How long events are kept in full, and how one of them is forgotten. */
export function retentionView(scene: OptionsScene): HTMLElement {
  const { translate } = scene.reader;
  const texts = {
    name: "find-event",
    label: translate("options_find_field"),
    button: translate("options_find"),
    hint: null,
  };
  const search: Search = {
    scene,
    entry: entryView(texts, scene.reader),
    list: element("div", { class: "place", attributes: { "aria-live": "polite" } }),
  };
  search.entry.input.dir = "auto";
  search.entry.form.addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(scene, search.entry.submit, () => find(search));
  });
  return settingView({ name: "retention", setting: "retentionMonths" }, scene, [
    element("p", { text: translate("options_retention_text") }),
    monthsView("retentionMonths", [6, 12, 24, 60, 0], scene),
    search.entry.form,
    search.list,
  ]);
}

interface Search {
  readonly scene: OptionsScene;
  readonly entry: Entry;
  readonly list: HTMLElement;
}

async function find(search: Search): Promise<void> {
  const { scene, entry, list } = search;
  const found = await scene.desk.findEvents(entry.input.value);
  list.replaceChildren(
    found.length === 0
      ? element("p", { class: "muted", text: scene.reader.translate("options_find_none") })
      : element(
          "ul",
          { class: "found-events" },
          found.map((event) => eventRow(event, search)),
        ),
  );
}

function eventRow({ uid, title, organizers, start }: FoundEvent, search: Search): HTMLElement {
  const { scene } = search;
  const { desk, reader } = scene;
  const name = title === "" ? uid : title;
  const forget = button("forget-event", reader.translate("options_find_forget"), () => {
    void attempt(scene, forget, async () => {
      await desk.forgetEvent(uid);
      row.remove();
      search.entry.input.focus();
      desk.tell(reader.translate("options_find_forgotten", [name]));
    });
  });
  forget.setAttribute("aria-label", reader.translate("options_find_forget_named", [name]));
  const row = element("li", { data: { event: uid } }, [
    element("span", {}, [mailText(name)]),
    element("span", { class: "muted" }, [
      mailText([start.slice(0, 10), ...organizers].filter((text) => text !== "").join(" · ")),
    ]),
    forget,
  ]);
  return row;
}

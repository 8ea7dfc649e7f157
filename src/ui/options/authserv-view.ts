import type { AuthservOffer } from "../../app/options.ts";
import { translateCount } from "../../core/words/translate.ts";
import { button, element } from "../element.ts";
import { entryView, type Entry } from "./entry-view.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, settingView } from "./setting-view.ts";

/** Whose Authentication-Results are believed. */
export function authservView(scene: OptionsScene): HTMLElement {
  const { translate } = scene.reader;
  const offers = element("div", { class: "place", attributes: { "aria-live": "polite" } });
  const look = button("look", translate("options_authserv_look"), () => {
    void attempt(scene, look, () => showOffers({ scene, entry, offers }));
  });
  const isFixed = isLocked("authserv", scene);
  const entry = fieldOf(scene, isFixed ? [] : [look]);
  entry.form.addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(scene, entry.submit, () => save(entry.input.value.trim(), entry, scene));
  });
  if (isFixed) {
    entry.input.readOnly = true;
    entry.submit.remove();
  }
  return settingView({ name: "authserv", setting: "authserv" }, scene, [
    element("p", { text: translate("options_authserv_text") }),
    isFixed ? null : element("p", { class: "risk", text: translate("options_authserv_risk") }),
    entry.form,
    offers,
  ]);
}

function fieldOf({ options, reader }: OptionsScene, more: readonly HTMLElement[]): Entry {
  const { translate } = reader;
  const texts = {
    name: "authserv",
    label: translate("options_authserv_field"),
    button: translate("options_authserv_save"),
    hint: translate("options_authserv_hint"),
  };
  const entry = entryView(texts, reader, more);
  entry.input.value = options.settings.authserv ?? "";
  return entry;
}

async function save(id: string, entry: Entry, { desk, reader }: OptionsScene): Promise<void> {
  const result = await desk.change({ setting: "authserv", id });
  entry.complain(result.kind === "refused" ? result.because : null);
  if (result.kind === "saved") {
    const { authserv } = result.options.settings;
    entry.input.value = authserv ?? "";
    desk.tell(
      authserv === null
        ? reader.translate("options_authserv_off")
        : reader.translate("options_authserv_on", [authserv]),
    );
  }
}

interface Search {
  readonly scene: OptionsScene;
  readonly entry: Entry;
  readonly offers: HTMLElement;
}

async function showOffers(search: Search): Promise<void> {
  const { scene, offers } = search;
  const { translate } = scene.reader;
  const looking = element("p", { class: "muted", text: translate("options_authserv_looking") });
  offers.replaceChildren(looking);
  try {
    const found = await scene.desk.offerAuthserv();
    offers.replaceChildren(
      ...(found.length === 0
        ? [element("p", { text: translate("options_authserv_not_found") })]
        : [
            element("p", { text: translate("options_authserv_found") }),
            element(
              "ul",
              { class: "offers" },
              found.map((offer) => offerRow(offer, search)),
            ),
          ]),
    );
  } finally {
    looking.remove();
  }
}

function offerRow({ id, messages }: AuthservOffer, { scene, entry }: Search): HTMLElement {
  const { reader } = scene;
  const use = button("use-authserv", reader.translate("options_authserv_use", [id]), () => {
    void attempt(scene, use, () => save(id, entry, scene));
  });
  return element("li", { data: { authserv: id } }, [
    use,
    element("span", {
      class: "muted",
      text: translateCount("options_authserv_messages", messages, reader),
    }),
  ]);
}

import type { ImportView } from "../../app/options.ts";
import { translateCount, type Reader } from "../../core/words/translate.ts";
import { button, element } from "../element.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { ask } from "./question-view.ts";

/** Octets: a record of some 30 000 events; it is held in memory as a whole. */
const MAX_FILE_SIZE = 64 * 1024 * 1024;

/** Where whoever reads goes on once the record is another one. */
export const RECORD = "[data-setting='record'] h3";

export interface Import {
  readonly opener: HTMLButtonElement;
  readonly input: HTMLInputElement;
}

/** The button that chooses a file; what is in it is asked about in `place` before it counts. */
export function importView(scene: OptionsScene, place: HTMLElement): Import {
  const { translate } = scene.reader;
  const input = element("input", {
    attributes: {
      type: "file",
      accept: ".json,application/json",
      "aria-label": translate("options_import_file"),
      hidden: "",
    },
    data: { field: "import" },
  });
  const opener = button("import", translate("options_import"), () => {
    input.click();
  });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file !== undefined) {
      void attempt(scene, opener, () => offer(file, scene, place));
    }
    // The same file can be chosen again.
    input.value = "";
  });
  return { opener, input };
}

async function offer(file: File, scene: OptionsScene, place: HTMLElement): Promise<void> {
  const { desk, reader } = scene;
  const { translate } = reader;
  place.replaceChildren();
  if (file.size > MAX_FILE_SIZE) {
    desk.tell(translate("options_import_too_large"));
    return;
  }
  const text = await file.text();
  const view = await desk.previewImport(text);
  if (view.kind === "unreadable") {
    desk.tell(translate(`options_import_${view.because.replaceAll("-", "_")}`));
    return;
  }
  const question = {
    title: translate("options_import_title"),
    sentences: [...contents(view, reader), translate("options_import_trust")],
    yes: translate("options_import_confirm"),
    confirm(yes: HTMLButtonElement): void {
      void attempt(scene, yes, () => carryOut(text, scene));
    },
  };
  ask(question, place, reader);
}

async function carryOut(text: string, { desk, reader }: OptionsScene): Promise<void> {
  await desk.importLedger(text);
  await desk.refresh(RECORD);
  desk.tell(reader.translate("options_imported"));
}

/** What the file holds, and what of it is new. */
function contents(
  { events, added, completed }: Extract<ImportView, { kind: "readable" }>,
  reader: Reader,
): readonly string[] {
  const news = [
    added > 0 ? translateCount("options_import_added", added, reader) : null,
    completed > 0 ? translateCount("options_import_completed", completed, reader) : null,
  ].filter((sentence) => sentence !== null);
  const nothing = reader.translate("options_import_nothing");
  return [
    translateCount("options_import_events", events, reader),
    ...(news.length === 0 ? [nothing] : news),
  ];
}

import { translateCount } from "../../core/words/translate.ts";
import { button, element } from "../element.ts";
import { importView, RECORD } from "./import-view.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { ask } from "./question-view.ts";
import { settingView } from "./setting-view.ts";

/** What is remembered, and how to keep, move and forget it. */
export function recordView(scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const { translate } = reader;
  const place = element("div", { class: "place" });
  const { opener, input } = importView(scene, place);
  return settingView({ name: "record", setting: null }, scene, [
    element("p", { text: translate("options_record_text") }),
    element("p", {
      class: "record-events",
      text: translateCount("options_record_events", options.events, reader),
    }),
    ...(options.twin === "resting" ? takeOverView(scene) : []),
    element("p", { class: "muted", text: translate("options_export_text") }),
    element("div", { class: "buttons" }, [
      exportButton(scene),
      opener,
      forgetButton(scene, place),
      resetButton(scene, place),
    ]),
    input,
    place,
  ]);
}

/** The other edition knows events, too. */
function takeOverView(scene: OptionsScene): readonly HTMLElement[] {
  const { desk, reader } = scene;
  const { translate } = reader;
  const made = button("take-over", translate("options_take_over"), () => {
    void attempt(scene, made, async () => {
      const isTaken = (await desk.takeOver()) !== null;
      await desk.refresh(RECORD);
      desk.tell(translate(isTaken ? "options_taken_over" : "options_take_over_failed"));
    });
  });
  return [element("p", { text: translate("options_take_over_text") }), made];
}

function exportButton(scene: OptionsScene): HTMLButtonElement {
  const { desk, options, reader } = scene;
  const made = button("export", reader.translate("options_export"), () => {
    void attempt(scene, made, async () => {
      desk.save(fileName(reader.now), await desk.exportLedger());
      desk.tell(translateCount("options_exported", options.events, reader));
    });
  });
  return made;
}

/** Sorts by day, and says whose it is. */
function fileName(now: number): string {
  return `convene-${new Date(now).toISOString().slice(0, 10)}.json`;
}

function forgetButton(scene: OptionsScene, place: HTMLElement): HTMLButtonElement {
  const { desk, reader } = scene;
  const { translate } = reader;
  const question = {
    title: translate("options_forget_title"),
    sentences: [translate("options_forget_text"), translate("options_forget_loss")],
    yes: translate("options_forget_confirm"),
    confirm(yes: HTMLButtonElement): void {
      void attempt(scene, yes, async () => {
        await desk.forget();
        await desk.refresh(RECORD);
        desk.tell(translate("options_forgotten"));
      });
    },
  };
  return button("forget", translate("options_forget"), () => {
    ask(question, place, reader);
  });
}

function resetButton(scene: OptionsScene, place: HTMLElement): HTMLButtonElement {
  const { desk, reader } = scene;
  const { translate } = reader;
  const question = {
    title: translate("options_reset_title"),
    sentences: [translate("options_reset_text")],
    yes: translate("options_reset_confirm"),
    confirm(yes: HTMLButtonElement): void {
      void attempt(scene, yes, async () => {
        await desk.reset();
        await desk.refresh(RECORD);
        desk.tell(translate("options_reset_done"));
      });
    },
  };
  return button("reset", translate("options_reset"), () => {
    ask(question, place, reader);
  });
}

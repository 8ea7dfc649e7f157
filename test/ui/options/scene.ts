import type { OptionsView } from "../../../src/app/options.ts";
import { DEFAULTS } from "../../../src/app/settings.ts";
import type { OptionsDesk, OptionsScene } from "../../../src/ui/options/options-desk.ts";
import { optionsView } from "../../../src/ui/options/options-view.ts";
import { reader } from "../../core/words/english.ts";

export const OPTIONS: OptionsView = {
  settings: DEFAULTS,
  locked: [],
  missing: {},
  twin: null,
  own: ["me@example.org", "mia@work.example.com"],
  identities: [
    { id: "id1", email: "me@example.org" },
    { id: "id2", email: "mia@work.example.com" },
  ],
  calendars: null,
  sendsAtOnce: false,
  hidesBuiltInBar: false,
  events: 12,
};

/** Settings that differ from the first day's in what a case says. */
export function optionsWith(
  settings: Partial<OptionsView["settings"]>,
  changes: Partial<OptionsView> = {},
): OptionsView {
  return { ...OPTIONS, ...changes, settings: { ...OPTIONS.settings, ...settings } };
}

/** A scan that nobody has asked for. */
export const SCAN_DESK: OptionsDesk["scan"] = {
  start: unexpected,
  pause: unexpected,
  resume: unexpected,
  cancel: unexpected,
  read: () => new Promise(() => undefined),
};

function unexpected(): Promise<never> {
  return Promise.reject(new Error("unexpected request"));
}

/** A desk that does only what a case says, and what it told. */
export function deskWith(changes: Partial<OptionsDesk> = {}): OptionsDesk & {
  readonly sentences: string[];
} {
  const sentences: string[] = [];
  return {
    change: unexpected,
    allow: unexpected,
    reset: unexpected,
    offerAuthserv: unexpected,
    exportLedger: unexpected,
    previewImport: unexpected,
    importLedger: unexpected,
    takeOver: unexpected,
    forget: unexpected,
    findEvents: unexpected,
    forgetEvent: unexpected,
    scan: SCAN_DESK,
    scanAccounts: unexpected,
    save() {
      throw new Error("unexpected file");
    },
    tell(sentence) {
      sentences.push(sentence);
    },
    refresh: () => Promise.resolve(),
    sentences,
    ...changes,
  };
}

/** The whole page, in the document, so that it can have the focus. */
export function draw(options: OptionsView, desk: OptionsDesk): HTMLElement {
  const scene: OptionsScene = { options, reader: reader(), desk };
  const main = document.createElement("main");
  main.append(...optionsView(scene));
  document.body.replaceChildren(main);
  return main;
}

export function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) {
    throw new Error(`There is no ${selector}.`);
  }
  return found;
}

export function fieldOf(root: HTMLElement, name: string): HTMLInputElement {
  return find(root, `[data-field="${name}"]`) as HTMLInputElement;
}

/** Types into a field and presses Enter. */
export function enter(root: HTMLElement, field: string, text: string): void {
  const input = fieldOf(root, field);
  input.value = text;
  input.form?.requestSubmit();
}

/** Chooses from a list. */
export function choose(root: HTMLElement, field: string, value: string): void {
  const list = fieldOf(root, field);
  list.value = value;
  list.dispatchEvent(new Event("change"));
}

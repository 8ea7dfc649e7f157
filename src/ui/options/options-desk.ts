import type { AuthservOffer, ChangeResult, ImportView, OptionsView } from "../../app/options.ts";
import type { Permission } from "../../app/permissions.ts";
import type { FoundEvent } from "../../app/ports.ts";
import type { ScanAccount } from "../../app/scan/scan.ts";
import type { SettingsChange } from "../../app/settings.ts";
import type { Reader } from "../../core/words/translate.ts";
import { reasonOf } from "../reason-of.ts";
import type { ScanDesk } from "../scan/scan-view.ts";

/** What the options page can have done for it. */
export interface OptionsDesk {
  change(change: SettingsChange): Promise<ChangeResult>;
  /** Has Thunderbird ask for permissions; during a click only. False where they were refused. */
  allow(permissions: readonly Permission[]): Promise<boolean>;
  reset(): Promise<OptionsView>;
  offerAuthserv(): Promise<readonly AuthservOffer[]>;
  exportLedger(): Promise<string>;
  previewImport(text: string): Promise<ImportView>;
  importLedger(text: string): Promise<ImportView>;
  takeOver(): Promise<ImportView | null>;
  forget(): Promise<void>;
  findEvents(text: string): Promise<readonly FoundEvent[]>;
  forgetEvent(uid: string): Promise<void>;
  readonly scan: ScanDesk;
  scanAccounts(): Promise<readonly ScanAccount[]>;
  /** Lets the user save a text as a file. */
  save(name: string, text: string): void;
  /** Says what became of a click, in sight and aloud. */
  tell(sentence: string): void;
  /** Shows everything anew; whoever reads goes on at what asked for it, a selector. */
  refresh(asker: string): Promise<void>;
}

/** What every part of the page is drawn from. */
export interface OptionsScene {
  readonly options: OptionsView;
  readonly reader: Reader;
  readonly desk: OptionsDesk;
}

/** Says that something did not work, and why. */
export function sayFailure(error: unknown, { desk, reader }: OptionsScene): void {
  console.error(error);
  desk.tell(reader.translate("options_failed", [reasonOf(error)]));
}

/** Does what was clicked, and says so when it fails; meanwhile the button rests. */
export async function attempt(
  scene: OptionsScene,
  control: HTMLButtonElement | HTMLInputElement | HTMLSelectElement,
  act: () => Promise<void>,
): Promise<void> {
  const hadFocus = document.activeElement === control;
  control.disabled = true;
  try {
    await act();
  } catch (error) {
    sayFailure(error, scene);
  }
  control.disabled = false;
  if (hadFocus && document.activeElement === document.body) {
    control.focus();
  }
}

import { messenger } from "./messenger.ts";

/** A keyboard shortcut of the manifest's was pressed; `_execute_…` is Thunderbird's own matter. */
export function onCommand(name: string, run: () => Promise<void>): void {
  messenger.commands.onCommand.addListener((command) => {
    if (command === name) {
      void run();
    }
  });
}

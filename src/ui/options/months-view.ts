import { translateCount } from "../../core/words/translate.ts";
import { choiceRow } from "./choice-row.ts";
import type { OptionsScene } from "./options-desk.ts";
import { isLocked } from "./setting-view.ts";

/** The texts of a time span are named after it. */
const KEYS = { scanMonths: "scan", retentionMonths: "retention" } as const;

/** Chooses a number of months; 0 stands for no bound. */
export function monthsView(
  setting: keyof typeof KEYS,
  offered: readonly number[],
  scene: OptionsScene,
): HTMLElement {
  const { options, reader } = scene;
  const current = options.settings[setting];
  const key = KEYS[setting];
  const all = offered.includes(current) ? offered : [current, ...offered];
  const choice = {
    field: `${key}-months`,
    label: reader.translate(`options_${key}_months`),
    offered: all.map((months) => ({
      value: String(months),
      text:
        months === 0
          ? reader.translate(`options_${key}_all`)
          : translateCount("options_months", months, reader),
    })),
    isLocked: isLocked(setting, scene),
    current: ({ settings }: OptionsScene["options"]): string => String(settings[setting]),
    change: (months: string) => ({ setting, months: Number(months) }),
  };
  return choiceRow(choice, scene);
}

import { translateCount } from "../../core/words/translate.ts";
import { element } from "../element.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
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
  const select = element(
    "select",
    { data: { field: `${key}-months` } },
    all.map((months) => optionOf(months, `options_${key}_all`, scene)),
  );
  select.id = `${key}-months`;
  select.value = String(current);
  select.disabled = isLocked(setting, scene);
  select.addEventListener("change", () => {
    void save(select, setting, scene);
  });
  const label = reader.translate(`options_${key}_months`);
  return element("p", { class: "entry-row" }, [
    element("label", { class: "label", text: label, attributes: { for: select.id } }),
    select,
  ]);
}

function optionOf(months: number, allKey: string, { reader }: OptionsScene): HTMLElement {
  const text =
    months === 0 ? reader.translate(allKey) : translateCount("options_months", months, reader);
  return element("option", { text, attributes: { value: String(months) } });
}

async function save(
  select: HTMLSelectElement,
  setting: keyof typeof KEYS,
  scene: OptionsScene,
): Promise<void> {
  const { desk, reader } = scene;
  const said = element("button");
  await attempt(scene, said, async () => {
    const result = await desk.change({ setting, months: Number(select.value) });
    desk.tell(reader.translate(result.kind === "saved" ? "options_saved" : "options_locked"));
  });
}

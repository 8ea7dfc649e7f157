import { catalogue } from "../core/rules/catalogue.ts";
import type { Options } from "./options.ts";
import { readerOf } from "./world.ts";

/** `convene rules`: the catalogue for programs, or one line a rule for people. */
export function rules(options: Options): Promise<number> {
  const { translate } = readerOf(options);
  const list = catalogue.map(({ id, severity, clause, methods }) => ({
    id,
    severity,
    clause,
    methods,
    title: translate(`rule_${id.replaceAll("-", "_")}_title`),
  }));
  const printed = options.text
    ? list.map(({ id, severity, clause, title }) => `${id} (${severity}, ${clause}): ${title}`)
    : [JSON.stringify(list)];
  process.stdout.write(`${printed.join("\n")}\n`);
  return Promise.resolve(0);
}

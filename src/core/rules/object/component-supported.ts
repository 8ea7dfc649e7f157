import { dataAt } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** Events and to-dos can be shown and answered; VTIMEZONE serves them. */
const SUPPORTED: readonly string[] = ["VEVENT", "VTODO", "VTIMEZONE"];

/** What X- components mean is between programs. */
export const componentSupported: Rule = {
  id: "component-supported",
  family: "object",
  severity: "warning",
  clause: "RFC 5546 §3",
  methods: "*",
  placeholders: ["component"],
  check(context) {
    const { acting, main } = context.invitation ?? {};
    const components = main ? [main.component] : (acting?.calendar?.components ?? []);
    const unsupported = components.find(
      ({ name }) => !SUPPORTED.includes(name) && !name.startsWith("X-"),
    );
    return unsupported === undefined
      ? []
      : [{ data: dataAt(context, unsupported, { component: unsupported.name.slice(0, 40) }) }];
  },
};

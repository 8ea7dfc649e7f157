import { firstProperty } from "../../calendar/component.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

export const endOrDuration: Rule = {
  id: "end-or-duration",
  family: "object",
  severity: "warning",
  clause: "RFC 5545 §3.6.1",
  methods: "*",
  placeholders: ["end"],
  check(context) {
    return entriesOf(context)
      .flatMap(({ component }) => {
        const end = firstProperty(component, component.name === "VTODO" ? "DUE" : "DTEND");
        const duration = firstProperty(component, "DURATION");
        return end !== null && duration !== null
          ? [{ data: dataAt(context, duration, { end: end.name }) }]
          : [];
      })
      .slice(0, 1);
  },
};

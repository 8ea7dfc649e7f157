import { isKnownMethod, isSchedulingComponent } from "../../itip/methods.ts";
import type { Rule } from "../rule.ts";

export const methodKnown: Rule = {
  id: "method-known",
  family: "object",
  severity: "error",
  clause: "RFC 5546 §3",
  methods: "*",
  placeholders: ["method", "component"],
  check({ invitation }) {
    const { method = null, component = null } = invitation ?? {};
    if (method === null) {
      return [];
    }
    const data = { method, component };
    if (!isKnownMethod(method, "VEVENT")) {
      return [{ data }];
    }
    const isOfComponent =
      component === null || !isSchedulingComponent(component) || isKnownMethod(method, component);
    return isOfComponent ? [] : [{ wording: "component", data }];
  },
};

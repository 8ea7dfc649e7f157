import { firstProperty } from "../../calendar/component.ts";
import { dataAt, scheduledComponents } from "../entries.ts";
import type { Rule } from "../rule.ts";

export const uidSingle: Rule = {
  id: "uid-single",
  family: "object",
  severity: "error",
  clause: "RFC 5546 §3.2.2",
  methods: ["REQUEST", "REPLY", "CANCEL", "DECLINECOUNTER"],
  placeholders: ["count"],
  check(context) {
    const uids = scheduledComponents(context)
      .map((component) => firstProperty(component, "UID"))
      .filter((uid) => uid !== null);
    const others = new Map(uids.map((uid) => [uid.value.trim(), uid]));
    const [, second] = others.values();
    return second === undefined ? [] : [{ data: dataAt(context, second, { count: others.size }) }];
  },
};

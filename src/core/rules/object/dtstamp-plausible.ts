import { printInstant } from "../../itip/time-key.ts";
import { entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** How far DTSTAMP may be ahead of the message: clocks differ, but not by more than a day (A09). */
const MAX_AHEAD = 24 * 60 * 60 * 1000;

export const dtstampPlausible: Rule = {
  id: "dtstamp-plausible",
  family: "object",
  severity: "warning",
  clause: "RFC 5545 §3.8.7.2",
  methods: "*",
  placeholders: ["dtstamp"],
  check(context) {
    const { mail, now } = context;
    const reference = mail?.envelope.date ?? now;
    return entriesOf(context)
      .map(({ dtstamp }) => dtstamp)
      .filter((dtstamp) => dtstamp !== null)
      .filter((dtstamp) => dtstamp > reference + MAX_AHEAD)
      .slice(0, 1)
      .map((dtstamp) => ({ data: { dtstamp: printInstant(dtstamp) } }));
  },
};

import { parameter } from "../../calendar/component.ts";
import { attachmentsOf } from "../../content/attachments.ts";
import { readTarget } from "../../content/target.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { Rule } from "../rule.ts";

const LOCAL: ReadonlySet<string> = new Set(["afp", "cifs", "file", "nfs", "smb"]);

/**
 * An attachment is no file of the reader's own machine or network (A26): opening it reads local
 * files, or sends the Windows password's hash to the server named (CVE-2026-84637).
 */
export const attachmentsNotLocal: Rule = {
  id: "attachments-not-local",
  family: "content",
  severity: "error",
  clause: "RFC 5545 §3.8.1.1",
  methods: "*",
  placeholders: ["link", "name"],
  check({ invitation }) {
    return attachmentsOf(invitation)
      .filter(({ isInline, property }) => !isInline && LOCAL.has(readTarget(property.value).scheme))
      .slice(0, MAX_REPORTS)
      .map(({ property, name }) => ({
        data: {
          link: property.value.trim().slice(0, SHOWN),
          name: name ?? parameter(property, "FMTTYPE"),
        },
      }));
  },
};

/** Characters of a link in a finding. */
const SHOWN = 200;

import { parameter } from "../../calendar/component.ts";
import { activeContent } from "../../content/active-content.ts";
import { attachmentsOf, type Attachment } from "../../content/attachments.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { Report, Rule } from "../rule.ts";

/** An attached file is no program, by its name, its declared type or its first octets (A27). */
export const attachmentsNotExecutable: Rule = {
  id: "attachments-not-executable",
  family: "content",
  severity: "warning",
  clause: "RFC 5545 §3.8.1.1",
  methods: "*",
  placeholders: ["name", "kind"],
  check({ invitation }) {
    return attachmentsOf(invitation).flatMap(judge).slice(0, MAX_REPORTS);
  },
};

function judge(attachment: Attachment): readonly Report[] {
  const { name, property, isInline } = attachment;
  const kind =
    programName(name, isInline) ??
    programType(parameter(property, "FMTTYPE"), isInline) ??
    (isInline ? activeContent(property.value) : null);
  return kind === null ? [] : [{ data: { name: name ?? parameter(property, "FMTTYPE"), kind } }];
}

/** Files that a double click runs. */
const PROGRAMS = new Set(
  (
    "ade adp app application appref-ms apk bat bin cab chm cmd com command cpl desktop dll dmg exe " +
    "gadget hta inf iso img jar jnlp js jse lib lnk mde msc msi msix msp mst pif pkg ps1 reg run scf " +
    "scr sct sh shb sys url vb vbe vbs vhd vhdx vxd workflow ws wsc wsf wsh xll"
  ).split(" "),
);

/** Pages that run a script when opened from the disk; as a link they are pages like any other. */
const PAGES = new Set("htm html mht mhtml shtml svg svgz xht xhtml xml".split(" "));

function programName(name: string | null, isInline: boolean): string | null {
  // Windows drops dots and spaces at the end; U+202E turns "exe.gpj" around.
  const plain = (name ?? "").replace(/[\s.\u202a-\u202e\u2066-\u2069]+$/u, "");
  const extension = plain.slice(plain.lastIndexOf(".") + 1).toLowerCase();
  const isProgram = PROGRAMS.has(extension) && plain.includes(".");
  return isProgram || (isInline && PAGES.has(extension)) ? `.${extension}` : null;
}

const PROGRAM_TYPES =
  /^application\/(?:x-ms-?dos-?program|x-msdownload|x-msi|x-dosexec|x-executable|x-sh|x-shellscript|x-bat|hta|java-archive|x-ms-shortcut|vnd\.microsoft\.portable-executable)$/i;

const PAGE_TYPES = /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)$/i;

function programType(type: string | null, isInline: boolean): string | null {
  const declared = type?.trim() ?? "";
  return PROGRAM_TYPES.test(declared) || (isInline && PAGE_TYPES.test(declared)) ? declared : null;
}

import type { Part } from "../mail/mail.ts";
import type { RuleContext } from "./context.ts";

/** The parts that a person reads: text/plain and text/html, attachments and calendars aside. */
export function textParts({ mail, parts }: RuleContext): readonly Part[] {
  const calendars = new Set(parts.map(({ part }) => part));
  return mail ? leaves(mail.root).filter((part) => isText(part) && !calendars.has(part)) : [];
}

function leaves(part: Part): readonly Part[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leaves);
}

function isText({ mediaType, disposition }: Part): boolean {
  return (mediaType === "text/plain" || mediaType === "text/html") && disposition !== "attachment";
}

import type { Part } from "../mail/mail.ts";
import type { RuleContext } from "./context.ts";

/**
 * The parts that a person reads: text/plain and text/html, attachments and calendars aside; also
 * those beside a calendar in a container.
 */
export function textParts({ mail, parts }: RuleContext): readonly Part[] {
  const calendars = new Set(parts.map(({ part }) => part));
  const around = new Set(parts.flatMap(({ ancestors }) => ancestors));
  const found = [...(mail ? [mail.root] : []), ...around].flatMap(leaves);
  return [...new Set(found)].filter((part) => isText(part) && !calendars.has(part));
}

function leaves(part: Part): readonly Part[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leaves);
}

function isText({ mediaType, disposition }: Part): boolean {
  return (mediaType === "text/plain" || mediaType === "text/html") && disposition !== "attachment";
}

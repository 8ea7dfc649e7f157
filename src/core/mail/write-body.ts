import type { DraftLeaf, DraftMultipart, DraftPart } from "./draft.ts";
import { encodeTransfer } from "./transfer-encoding.ts";
import { foldField, oneLine } from "./write-field.ts";

/** Content-… fields, the empty line and the body of a message. */
export function bodyText(body: DraftPart, messageId: string): string {
  return partText(body, { prefix: boundaryPrefix(messageId), path: "0" });
}

interface Boundaries {
  readonly prefix: string;
  /** Where the multipart stands in the tree. */
  readonly path: string;
}

/**
 * "=_" occurs in no base64 and no quoted-printable text (RFC 2045 §6.7), and 7bit text with a line
 * that begins with "--" is not written: no content can end a part.
 */
function boundaryPrefix(messageId: string): string {
  return `=_${messageId.replace(/[^A-Za-z0-9]/g, "").slice(0, 40)}`;
}

function partText(part: DraftPart, boundaries: Boundaries): string {
  return "children" in part ? multipartText(part, boundaries) : leafText(part);
}

function multipartText(
  { mediaType, children }: DraftMultipart,
  { prefix, path }: Boundaries,
): string {
  const boundary = `${prefix}_${path}`;
  const parts = children.map(
    (child, index) => `--${boundary}\r\n${partText(child, { prefix, path: `${path}.${index}` })}`,
  );
  const header = contentField("Content-Type", mediaType, [["boundary", boundary]]);
  return `${header}\r\n${parts.join("\r\n")}\r\n--${boundary}--\r\n`;
}

function leafText({ mediaType, parameters, attachmentName, text }: DraftLeaf): string {
  const { encoding, body } = encodeTransfer(text, mediaType);
  const name: readonly (readonly [string, string])[] =
    attachmentName === null ? [] : [["filename", attachmentName]];
  const header = [
    contentField("Content-Type", mediaType, parameters),
    foldField("Content-Transfer-Encoding", [encoding]),
    attachmentName === null ? "" : contentField("Content-Disposition", "attachment", name),
  ];
  return `${header.join("")}\r\n${body}`;
}

function contentField(
  name: string,
  value: string,
  parameters: readonly (readonly [name: string, value: string])[],
): string {
  const words = [value, ...parameters.map(([key, text]) => parameterText(key, text))];
  return foldField(
    name,
    words.map((word, index) => (index === words.length - 1 ? word : `${word};`)),
  );
}

/** A token, else a quoted string (RFC 2045 §5.1), else percent-encoded (RFC 2231 §4). */
function parameterText(name: string, value: string): string {
  const text = oneLine(value);
  if (/^[\w!#$%&'*+.^`{|}~-]+$/.test(text)) {
    return `${name}=${text}`;
  }
  return /^[ -~]*$/.test(text)
    ? `${name}="${text.replace(/["\\]/g, "\\$&")}"`
    : `${name}*=UTF-8''${[...new TextEncoder().encode(text)].map(percentEncoded).join("")}`;
}

function percentEncoded(octet: number): string {
  const character = String.fromCharCode(octet);
  const isPlain = /[A-Za-z0-9._-]/.test(character);
  return isPlain ? character : `%${octet.toString(16).toUpperCase().padStart(2, "0")}`;
}

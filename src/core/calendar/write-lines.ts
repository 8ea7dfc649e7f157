import type { Component, Parameter, Property } from "./object.ts";

/** RFC 5545 §3.1: octets of a line without its CRLF. */
const MAX_LINE_OCTETS = 75;

/** Content lines as they travel: folded, never inside a character, each ended by CRLF. */
export function foldLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MAX_LINE_OCTETS) {
      pieces.push(piece);
      piece = "";
      // The space that marks the continuation counts, too.
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n ");
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) {
    return 1;
  }
  return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A value of type TEXT (RFC 5545 §3.3.11). */
export function escapeText(text: string): string {
  const escaped = text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
  return withoutControls(escaped);
}

/** A property as one content line, not yet folded. Whatever it holds, it stays one line. */
export function writeProperty({ name, parameters, value }: Property): string {
  const head = [name, ...parameters.map(writeParameter)].join(";");
  return `${head}:${withoutControls(value)}`;
}

function writeParameter({ name, values }: Parameter): string {
  return `${name}=${values.map(writeParameterValue).join(",")}`;
}

/** Quoted where it must be (RFC 5545 §3.2); quotes and line breaks as RFC 6868 writes them. */
function writeParameterValue(value: string): string {
  const encoded = value
    .replaceAll("^", "^^")
    .replaceAll('"', "^'")
    .replace(/\r\n?|\n/g, "^n");
  const written = withoutControls(encoded);
  return /[:;,]/.test(written) ? `"${written}"` : written;
}

/** No value holds a control character but HTAB (RFC 5545 §3.1); lone surrogates are no characters. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t]/gu, "").replace(/\p{Cs}/gu, "\uFFFD");
}

/** A component as content lines, not yet folded. */
export function printComponent(component: Component): string[] {
  return [
    `BEGIN:${withoutControls(component.name)}`,
    ...component.properties.map(writeProperty),
    ...component.components.flatMap(printComponent),
    `END:${withoutControls(component.name)}`,
  ];
}

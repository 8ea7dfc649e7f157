/** RFC 2045 §6.7 and §6.8: encoded lines have at most 76 characters. */
const LINE_LENGTH = 76;

export interface TransferEncoded {
  readonly encoding: "7bit" | "quoted-printable" | "base64";
  /** ASCII, each line ended by CRLF. */
  readonly body: string;
}

/** A line of printable ASCII that no relay has a reason to touch, and that is no delimiter. */
const PLAIN_LINE = /^(?!--|From |\.)[\t -~]{0,77}[!-~]$|^$/;

/**
 * Chooses a 7-bit encoding (RFC 2045 §6), for 8BITMIME may be missing anywhere on the way. What no
 * relay would touch stays readable; other text is quoted-printable; a calendar is base64, because
 * its folds and line ends mean something (RFC 5545 §3.1) and base64 alone hides them from relays.
 */
export function encodeTransfer(text: string, mediaType: string): TransferEncoded {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") {
    lines.pop();
  }
  const content = lines.map((line) => `${line}\r\n`).join("");
  if (lines.every((line) => PLAIN_LINE.test(line))) {
    return { encoding: "7bit", body: content };
  }
  return mediaType === "text/plain"
    ? { encoding: "quoted-printable", body: quotedPrintable(lines) }
    : { encoding: "base64", body: base64(new TextEncoder().encode(content)) };
}

function base64(octets: Uint8Array): string {
  const lines: string[] = [];
  const step = (LINE_LENGTH / 4) * 3;
  for (let at = 0; at < octets.length; at += step) {
    lines.push(`${btoa(String.fromCharCode(...octets.subarray(at, at + step)))}\r\n`);
  }
  return lines.join("");
}

function quotedPrintable(lines: readonly string[]): string {
  return lines.map((line) => `${softBroken(quotedLine(line))}\r\n`).join("");
}

/** One piece for each octet: itself, or "=XX" (RFC 2045 §6.7). */
function quotedLine(line: string): readonly string[] {
  const octets = [...new TextEncoder().encode(line)];
  return octets.map((octet, index) => {
    const character = String.fromCharCode(octet);
    const isLast = index === octets.length - 1;
    const isSafe = isLast ? /[!-<>-~]/.test(character) : /[\t -<>-~]/.test(character);
    // Relays change "From " and a lone dot; "--" could pass for a delimiter.
    return isSafe && !(index === 0 && /[F.-]/.test(character)) ? character : escaped(octet);
  });
}

function escaped(octet: number): string {
  return `=${octet.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** A soft line break is a "=" at the end of the line. */
function softBroken(pieces: readonly string[]): string {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line.length + piece.length >= LINE_LENGTH) {
      lines.push(`${line}=`);
      line = "";
    }
    line += piece;
  }
  return [...lines, line].join("\r\n");
}

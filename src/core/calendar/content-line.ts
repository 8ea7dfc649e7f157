import { MAX_PARAMETER_VALUES } from "../limits.ts";
import type { Parameter } from "./object.ts";

export interface ContentLine {
  /** Upper case. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly value: string;
  /** Something in it breaks the grammar, yet it can be read: a missing quote, a parameter without "=". */
  readonly isFlawed: boolean;
}

const NAME = /^[A-Z0-9_.-]+$/;

/** Parameters with a single text, whose comma is a missing quote rather than a list (RFC 5545 §3.2). */
const SINGLE_VALUED: ReadonlySet<string> = new Set(["CN", "TZID", "EMAIL", "FILENAME", "LABEL"]);

/** An unquoted parameter value that a colon follows although it is not over: an address, a zone. */
const UNQUOTED_BEFORE_COLON = /^(?:mailto|https?|cid|urn|ldaps?|\(?(?:utc|gmt) ?[+-]\d\d?)$/i;

/** One unfolded line of the form name *(";" param) ":" value (RFC 5545 §3.1); null for any other text. */
export function parseContentLine(text: string): ContentLine | null {
  const end = text.search(/[;:]/);
  const name = text.slice(0, Math.max(end, 0)).trim().toUpperCase();
  if (!NAME.test(name)) {
    return null;
  }
  const reader = new ParameterReader(text, end);
  const parameters: Parameter[] = [];
  while (reader.isAt(";") && reader.left > 0) {
    const parameter = reader.read();
    if (parameter !== null) {
      parameters.push(parameter);
    }
  }
  return reader.isAt(":")
    ? { name, parameters, value: reader.rest(), isFlawed: reader.isFlawed }
    : null;
}

class ParameterReader {
  isFlawed = false;
  /** Parameters and values that may still be read. */
  left = MAX_PARAMETER_VALUES;
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  isAt(character: string): boolean {
    return this.#text[this.#at] === character;
  }

  rest(): string {
    return this.#text.slice(this.#at + 1);
  }

  read(): Parameter | null {
    this.left -= 1;
    const name = this.#takeUntil(/[=;:]/g, this.#at + 1)
      .trim()
      .toUpperCase();
    if (!this.isAt("=") || !NAME.test(name)) {
      this.isFlawed = true;
      if (this.isAt("=")) {
        this.#readValues();
      }
      return null;
    }
    const values = this.#readValues();
    if (values.length > 1 && SINGLE_VALUED.has(name)) {
      this.isFlawed = true;
      return { name, values: [values.join(",")] };
    }
    return { name, values };
  }

  /** From the "=" or "," that stands before each value. */
  #readValues(): string[] {
    const values: string[] = [];
    do {
      this.left -= 1;
      const quoted = this.#takeQuoted();
      values.push(decodeCarets(quoted ?? this.#takeUnquoted()));
    } while (this.isAt(",") && this.left > 0);
    return values;
  }

  #takeQuoted(): string | null {
    const start = this.#at + 1;
    if (this.#text[start] !== '"') {
      return null;
    }
    const end = this.#text.indexOf('"', start + 1);
    if (end === -1) {
      this.isFlawed = true;
      return null;
    }
    const value = this.#text.slice(start + 1, end);
    const tail = this.#takeUntil(/[,;:]/g, end + 1);
    this.isFlawed ||= tail !== "";
    return value + tail;
  }

  #takeUnquoted(): string {
    const value = this.#takeUntil(/[,;:]/g, this.#at + 1);
    if (!this.isAt(":") || !UNQUOTED_BEFORE_COLON.test(value) || !this.#hasMoreColons()) {
      return value;
    }
    this.isFlawed = true;
    return `${value}:${this.#takeUntil(/[,;:]/g, this.#at + 1)}`;
  }

  #hasMoreColons(): boolean {
    return this.#text.includes(":", this.#at + 1);
  }

  /** What stands from `start` to the next match, or to the end; goes there. */
  #takeUntil(stop: RegExp, start: number): string {
    stop.lastIndex = start;
    this.#at = stop.exec(this.#text)?.index ?? this.#text.length;
    return this.#text.slice(start, this.#at);
  }
}

/** RFC 6868 §3. */
function decodeCarets(value: string): string {
  return value.replace(/\^[n^']/g, (escape) =>
    escape === "^n" ? "\n" : escape === "^^" ? "^" : '"',
  );
}

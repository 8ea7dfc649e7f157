import type { CalendarPart } from "../mail/mail.ts";

/** Where a content line begins in the decoded part: line from 1, byte offset from 0. */
export interface Position {
  readonly line: number;
  readonly offset: number;
}

export interface Parameter {
  /** Upper case. */
  readonly name: string;
  /** Unquoted, RFC 6868 escapes resolved. */
  readonly values: readonly string[];
}

export interface Property extends Position {
  /** Upper case. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Raw text after the colon, unfolded; TEXT escapes not yet resolved. */
  readonly value: string;
}

export interface Component extends Position {
  /** Upper case: "VCALENDAR", "VEVENT" … */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

export type ScanProblemKind =
  /** A physical line of more than 75 octets (RFC 5545 §3.1). */
  | "line-too-long"
  /** A fold inside a multi-octet character. */
  | "fold-inside-character"
  /** A line that ends in LF or CR alone. */
  | "line-ending"
  /** Octets that the declared (or assumed) charset does not have. */
  | "invalid-octets"
  /** A NUL, which other programs take for the end of the text. */
  | "nul-character"
  /** Another control character. */
  | "control-character"
  /** A line within a calendar that is no content line: no colon, no name. */
  | "not-a-content-line"
  /** A content line that breaks the grammar and is read as it was meant: a missing quote. */
  | "flawed-line"
  /** BEGIN without END, END without BEGIN, a component outside of a calendar. */
  | "unbalanced-component"
  /** No BEGIN:VCALENDAR at all. */
  | "no-calendar"
  /** A limit of limits.ts is passed; the rest was not read. */
  | "limit";

/** The first place of each kind only, with how often it was met. */
export interface ScanProblem extends Position {
  readonly kind: ScanProblemKind;
  readonly count: number;
  /** What stands there, shortened; for "limit" the constant's name. */
  readonly detail: string;
}

/** One calendar part, read. */
export interface CalendarObject {
  readonly source: CalendarPart;
  /** Canonical name of the charset that decoded the text, such as "utf-8". */
  readonly charset: string;
  readonly hasByteOrderMark: boolean;
  /** A character outside of ASCII stands in the decoded text. */
  readonly hasNonAscii: boolean;
  /** The VCALENDAR components, in order. */
  readonly calendars: readonly Component[];
  readonly problems: readonly ScanProblem[];
}

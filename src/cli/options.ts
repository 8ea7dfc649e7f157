import { parseArgs } from "node:util";

import { isAddrSpec } from "../core/mail/address.ts";
import { parseInstant } from "./parse-instant.ts";

/** Options of all commands; each uses those that concern it (docs/command-line.md). */
export interface Options {
  readonly files: readonly string[];
  readonly me: readonly string[];
  readonly alias: readonly string[];
  /** Milliseconds since 1970; null: the clock. */
  readonly now: number | null;
  readonly ledger: string | null;
  readonly calendar: string | null;
  readonly authserv: string | null;
  readonly locale: string;
  readonly text: boolean;
  readonly mask: boolean;
  readonly answer: AnswerOption | null;
  readonly toDelegate: boolean;
  readonly comment: string | null;
  readonly occurrence: string | null;
  readonly from: string | null;
  /** From 1. */
  readonly invitation: number;
  readonly to: readonly string[];
  readonly update: boolean;
  readonly cancel: boolean;
}

export type AnswerOption =
  | { readonly action: "accept" | "tentative" | "decline" | "refresh" }
  | { readonly action: "delegate"; readonly delegate: string }
  | { readonly action: "counter"; readonly start: string; readonly end: string | null };

/** A call that cannot be carried out as it is written: exit 2. */
export class UsageError extends Error {}

const MULTIPLE = { type: "string", multiple: true } as const;
const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;

export function parseOptions(words: readonly string[]): Options {
  const { values, positionals } = parsed(words);
  const { now, invitation, ...given } = values;
  refuseOtherThanAddresses(values);
  return {
    ...ABSENT,
    ...given,
    files: positionals,
    now: now === undefined ? null : parseNow(now),
    toDelegate: given["to-delegate"] === true,
    answer: answerOption(values),
    invitation: invitation === undefined ? 1 : parseOrdinal(invitation),
  };
}

/** Who is misspelt is nowhere invited, and would be told so in every message. */
function refuseOtherThanAddresses({ me = [], alias = [] }: Values): void {
  const wrong = [...me, ...alias].find((address) => !isAddrSpec(address));
  if (wrong !== undefined) {
    throw new UsageError(`--me, --alias: "${wrong}" is no address`);
  }
}

/** What an option that is not given stands for. */
const ABSENT = {
  me: [],
  alias: [],
  ledger: null,
  calendar: null,
  authserv: null,
  locale: "en",
  text: false,
  mask: false,
  comment: null,
  occurrence: null,
  from: null,
  to: [],
  update: false,
  cancel: false,
} as const;

const OPTIONS = {
  me: MULTIPLE,
  alias: MULTIPLE,
  now: TEXT,
  ledger: TEXT,
  calendar: TEXT,
  authserv: TEXT,
  locale: TEXT,
  text: FLAG,
  mask: FLAG,
  help: FLAG,
  version: FLAG,
  accept: FLAG,
  tentative: FLAG,
  decline: FLAG,
  delegate: TEXT,
  "to-delegate": FLAG,
  counter: TEXT,
  refresh: FLAG,
  comment: TEXT,
  occurrence: TEXT,
  from: TEXT,
  invitation: TEXT,
  to: MULTIPLE,
  update: FLAG,
  cancel: FLAG,
} as const;

const parsed = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

type Values = ReturnType<typeof parsed>["values"];

function answerOption(values: Values): AnswerOption | null {
  const given: AnswerOption[] = [];
  for (const action of ["accept", "tentative", "decline", "refresh"] as const) {
    if (values[action] === true) {
      given.push({ action });
    }
  }
  if (values.delegate !== undefined) {
    given.push({ action: "delegate", delegate: values.delegate });
  }
  if (values.counter !== undefined) {
    const [start = "", ...ends] = values.counter.split("/");
    const end = ends.length === 0 ? null : ends.join("/");
    given.push({ action: "counter", start, end });
  }
  if (given.length > 1) {
    throw new UsageError("only one answer at a time");
  }
  return given[0] ?? null;
}

/** Instants without offset are UTC (contract: "Options"). */
function parseNow(text: string): number {
  const now = parseInstant(text);
  if (now === null) {
    throw new UsageError(`--now: "${text}" is no ISO time`);
  }
  return now;
}

function parseOrdinal(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new UsageError(`--invitation: "${text}" is no number from 1`);
  }
  return Number(text);
}

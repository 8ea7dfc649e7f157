/** One conversation, read from a text file (test/scenarios/README.md says how one is written). */
export interface Scenario {
  readonly me: readonly string[];
  readonly aliases: readonly string[];
  readonly authserv: string | null;
  readonly now: number;
  /** Content lines that every message of the conversation starts from. */
  readonly event: readonly string[];
  /** The iCalendar object that the user's calendar holds, "" where it holds nothing. */
  readonly calendar: string;
  readonly steps: readonly Step[];
  /** What the ledger holds at the end, one line a fact; null where the file does not say. */
  readonly ledger: readonly string[] | null;
}

export interface Step {
  /** receive and open: a message or a file arrives; again: it is looked at once more. */
  readonly kind: "receive" | "open" | "again" | "apply" | "answer";
  readonly name: string;
  /** What stands behind the name: "REQUEST from boss@example.com", or a PARTSTAT. */
  readonly rest: string;
  readonly lines: readonly string[];
  readonly expected: Readonly<Record<string, string>>;
}

interface Block {
  readonly words: string;
  readonly lines: string[];
  readonly expected: Record<string, string>;
}

export function readScenario(text: string): Scenario {
  const blocks = blocksOf(text);
  const values = (key: string): readonly string[] =>
    blocks
      .filter(({ words }) => words.startsWith(`${key} `))
      .map(({ words }) => words.slice(key.length + 1));
  const body = (key: string): readonly string[] | null =>
    blocks.find(({ words }) => words === key)?.lines ?? null;
  const event = body("event") ?? [];
  const calendar = body("calendar");
  return {
    me: values("me"),
    aliases: values("alias"),
    authserv: values("authserv")[0] ?? null,
    now: Date.parse(values("now")[0] ?? "2026-11-22T12:00:00Z"),
    event,
    calendar: calendar === null ? "" : objectOf(null, event, calendar),
    steps: blocks.flatMap(stepOf),
    ledger: body("ledger"),
  };
}

/** Indented lines belong to the line above them, and so do those that begin with an arrow. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of text.split("\n")) {
    const last = blocks.at(-1);
    const expectation = /^-> ([a-z-]+) ?(.*)$/.exec(line);
    if (line.trim() === "" || line.startsWith("#")) {
      continue;
    }
    if (expectation !== null && last !== undefined) {
      last.expected[expectation[1] ?? ""] = expectation[2] ?? "";
    } else if (line.startsWith("  ") && last !== undefined) {
      last.lines.push(line.slice(2));
    } else {
      blocks.push({ words: line.trim(), lines: [], expected: {} });
    }
  }
  return blocks;
}

const STEP = /^(receive|open|again|apply|answer) ([\w-]+)(?::? (.+))?$/;

function stepOf({ words, lines, expected }: Block): readonly Step[] {
  const [, kind, name = "", rest = ""] = STEP.exec(words) ?? [];
  return kind === undefined ? [] : [{ kind: kind as Step["kind"], name, rest, lines, expected }];
}

/** A complete object as it stands, or the event with some of its content lines exchanged. */
export function objectOf(
  method: string | null,
  event: readonly string[],
  lines: readonly string[],
): string {
  const object = lines[0] === "BEGIN:VCALENDAR" ? lines : wrapped(method, event, lines);
  return object.map((line) => `${line}\r\n`).join("");
}

function wrapped(
  method: string | null,
  event: readonly string[],
  changes: readonly string[],
): readonly string[] {
  const [first, ...rest] = [...event.filter((line) => line.startsWith("component "))];
  const name = first === undefined || rest.length > 0 ? "VEVENT" : first.slice("component ".length);
  const names = new Set(changes.map(nameOf));
  const kept = event.filter((line) => line !== first && !names.has(nameOf(line)));
  return [
    "BEGIN:VCALENDAR",
    "PRODID:-//Example//Scenario//EN",
    "VERSION:2.0",
    ...(method === null ? [] : [`METHOD:${method}`]),
    `BEGIN:${name}`,
    ...kept,
    // A bare name takes the line out.
    ...changes.filter((line) => line !== nameOf(line)),
    `END:${name}`,
    "END:VCALENDAR",
  ];
}

function nameOf(line: string): string {
  return /^[^:;]*/.exec(line)?.[0] ?? "";
}

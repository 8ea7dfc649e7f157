import { execFileSync } from "node:child_process";
import { writeFiles } from "./write-files.ts";

export interface PythonPart {
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly children?: readonly PythonPart[];
}

interface PythonAddress {
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface PythonComponent {
  readonly name: string;
  readonly attendees: readonly PythonAddress[];
  readonly organizers: readonly PythonAddress[];
  readonly comments: readonly string[];
  readonly uid: string | null;
  readonly sequence: string | null;
  readonly recurrenceId: string | null;
  readonly dtstamp: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly summary: string | null;
  readonly status: string | null;
  readonly errors: readonly unknown[];
}

export interface PythonMessage {
  readonly structure: PythonPart;
  readonly defects: readonly string[];
  /** Name and address. */
  readonly from: readonly (readonly [string, string])[];
  readonly to: readonly (readonly [string, string])[];
  readonly subject: string;
  readonly inReplyTo: string | null;
  readonly calendars: readonly {
    readonly method: string;
    readonly components: readonly PythonComponent[];
  }[];
  /** The same objects as python3-vobject reads them. */
  readonly vobjects: readonly {
    readonly method: string;
    readonly uids: readonly string[];
    readonly attendees: readonly { readonly value: string; readonly partstat: string | null }[];
  }[];
}

/** What a parser threw. */
interface PythonError {
  readonly error: string;
}

/** A message as Python's MIME parser and both calendar libraries read it; throws what they throw. */
export function readWithPython(message: Uint8Array): PythonMessage {
  const [read] = readAllWithPython([message]);
  if (read === undefined || "error" in read) {
    throw new Error(read?.error ?? "nothing was read");
  }
  return read;
}

/** The same for many, in one go. */
export function readAllWithPython(
  messages: readonly Uint8Array[],
): readonly (PythonMessage | PythonError)[] {
  // Debian's python3, which has Debian's python3-icalendar and python3-vobject.
  const parameters = ["test/interop/read_messages.py", ...writeFiles(messages)];
  const lines = execFileSync("/usr/bin/python3", parameters, {
    encoding: "utf8",
    stdio: "pipe",
    maxBuffer: 2 ** 28,
  });
  return lines
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as PythonMessage | PythonError);
}

import { execFileSync } from "node:child_process";

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
}

/** A message as Python's MIME parser and python3-icalendar read it; throws what they throw. */
export function readWithPython(message: Uint8Array): PythonMessage {
  // Debian's python3, which has Debian's python3-icalendar.
  const json = execFileSync("/usr/bin/python3", ["test/interop/read_message.py"], {
    input: message,
    encoding: "utf8",
    stdio: "pipe",
  });
  return JSON.parse(json) as PythonMessage;
}

import { inspect } from "../core/inspect.ts";
import type { Inspection } from "../core/inspection.ts";
import { recordOf } from "../core/record.ts";
import { masker } from "./mask.ts";
import { UsageError, type Options } from "./options.ts";
import { reportText } from "./report-text.ts";
import { circumstancesOf, readerOf, readInput, readLedger } from "./world.ts";

/** `convene check`: 1 when a finding is an error or a file could not be opened. */
export async function check(options: Options): Promise<number> {
  if (options.files.length === 0) {
    throw new UsageError("check: a FILE is missing");
  }
  const circumstances = circumstancesOf(options, readLedger(options.ledger));
  const reader = readerOf(options);
  const mask = options.mask ? masker() : (text: string) => text;
  let exitCode = 0;
  for (const file of options.files) {
    const bytes = open(file);
    if (typeof bytes === "string") {
      process.stdout.write(`${mask(JSON.stringify({ file, error: bytes }))}\n`);
      exitCode = 1;
      continue;
    }
    const inspection = await inspect(bytes, circumstances);
    const printed = options.text
      ? reportText(inspection, file, reader)
      : JSON.stringify(recordOf(inspection, file, reader));
    process.stdout.write(`${mask(printed)}\n`);
    exitCode = hasError(inspection) ? 1 : exitCode;
  }
  return exitCode;
}

/** The bytes, or why they could not be had. */
export function open(file: string): Uint8Array | string {
  try {
    return readInput(file);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function hasError({ findings, invitations }: Inspection): boolean {
  return [...findings, ...invitations.flatMap((invitation) => invitation.findings)].some(
    ({ severity }) => severity === "error",
  );
}

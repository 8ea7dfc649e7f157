import { inspect } from "../core/inspect.ts";
import type { Inspection } from "../core/inspection.ts";
import { recordOf } from "../core/record.ts";
import { eachFile } from "./each-file.ts";
import { UsageError, type Options } from "./options.ts";
import { reportText } from "./report-text.ts";
import { circumstancesOf, readerOf, readLedger } from "./world.ts";

/** `convene check`: 1 when a finding is an error or a file could not be opened. */
export async function check(options: Options): Promise<number> {
  if (options.files.length === 0) {
    throw new UsageError("check: a FILE is missing");
  }
  const circumstances = circumstancesOf(options, readLedger(options.ledger));
  const reader = readerOf(options);
  return eachFile(options, async (file, bytes) => {
    const inspection = await inspect(bytes, circumstances);
    const line = options.text
      ? reportText(inspection, file, reader)
      : JSON.stringify(recordOf(inspection, file, reader));
    return { lines: [line], isBad: hasError(inspection) };
  });
}

function hasError({ findings, invitations }: Inspection): boolean {
  return [...findings, ...invitations.flatMap((invitation) => invitation.findings)].some(
    ({ severity }) => severity === "error",
  );
}

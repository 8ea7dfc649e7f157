import { masker } from "./mask.ts";
import { open } from "./open.ts";
import type { Options } from "./options.ts";

/** What a command says of one file. */
export interface Told {
  readonly lines: readonly string[];
  /** The exit code tells of it. */
  readonly isBad: boolean;
}

/**
 * Prints what a command says of each file; 1 when one is bad or could not be opened. The rest still
 * runs.
 */
export async function eachFile(
  { files, mask: isMasked }: Options,
  tell: (file: string, bytes: Uint8Array) => Promise<Told>,
): Promise<number> {
  const mask = isMasked ? masker() : (text: string) => text;
  let exitCode = 0;
  for (const file of files) {
    const bytes = open(file);
    const { lines, isBad } =
      typeof bytes === "string" ? unopened(file, bytes) : await tell(file, bytes);
    for (const line of lines) {
      process.stdout.write(`${mask(line)}\n`);
    }
    exitCode = isBad ? 1 : exitCode;
  }
  return exitCode;
}

function unopened(file: string, error: string): Told {
  return { lines: [JSON.stringify({ file, error })], isBad: true };
}

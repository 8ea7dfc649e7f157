import type { Keeping, MemoryState } from "./ports.ts";
import type { Scanner } from "./scan/scanner.ts";

/** What the mail itself can tell once more. */
const REBUILT: readonly MemoryState[] = ["newer", "damaged", "lost"];

/** Keeps again what is found out, and reads the mail for what was known before. */
export async function mendMemory(
  keeping: Keeping,
  scanner: Pick<Scanner, "start">,
): Promise<MemoryState> {
  const before = await keeping.state();
  await keeping.mend();
  const after = await keeping.state();
  if (after === "kept" && REBUILT.includes(before)) {
    await scanner.start();
  }
  return after;
}

const INTERVAL = 50;

/**
 * Asks again until the answer is neither null, undefined nor false, and gives it back. Throws after
 * the deadline (milliseconds), saying what was waited for and what went wrong last.
 */
export async function waitUntil<Value>(
  what: string,
  ask: () => Promise<Value> | Value,
  deadline = 20_000,
): Promise<NonNullable<Exclude<Value, false>>> {
  const end = performance.now() + deadline;
  let last: unknown;
  do {
    try {
      const value = await ask();
      if (value !== null && value !== undefined && value !== false) {
        return value as NonNullable<Exclude<Value, false>>;
      }
      last = null;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  } while (performance.now() < end);
  const because = last instanceof Error ? ` (${last.message})` : "";
  throw new Error(`Waited ${deadline} ms in vain: ${what}${because}`);
}

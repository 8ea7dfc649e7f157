import { describe, expect, it } from "vitest";
import { mendMemory } from "../../src/app/mend-memory.ts";
import type { MemoryState } from "../../src/app/ports.ts";

async function mend(
  before: MemoryState,
  after: MemoryState,
): Promise<{ readonly state: MemoryState; readonly scans: number }> {
  let scans = 0;
  let current = before;
  const keeping = {
    state: () => Promise.resolve(current),
    mend() {
      current = after;
      return Promise.resolve();
    },
  };
  const start = (): Promise<never> => {
    scans += 1;
    return Promise.resolve(undefined as never);
  };
  return { state: await mendMemory(keeping, { start }), scans };
}

describe("mending the memory", () => {
  it.each(["damaged", "newer", "lost"] as const)(
    "reads the mail where it was %s",
    async (state) => {
      expect(await mend(state, "kept")).toEqual({ state: "kept", scans: 1 });
    },
  );

  it("reads nothing again where it was only full", async () => {
    expect(await mend("full", "kept")).toEqual({ state: "kept", scans: 0 });
  });

  it("reads nothing where it did not help", async () => {
    expect(await mend("damaged", "full")).toEqual({ state: "full", scans: 0 });
  });
});

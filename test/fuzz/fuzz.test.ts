import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readSample, samples } from "../fixtures/samples.ts";
import { mutate, randomFrom } from "./mutate.ts";
import { tryAnswer, tryMessage } from "./try-message.ts";

/** About a minute; `npm run fuzz -- 1000000` goes on for longer. */
const MUTATED = 12_000;
const SEED = 20261122;

describe("any message whatever", () => {
  it("is read and answered without an exception when bytes of a real one are changed", async () => {
    const originals = samples.map(({ name }) => readSample(name));
    const random = randomFrom(SEED);
    let survived = 0;
    for (let index = 0; index < MUTATED; index++) {
      const original = originals[index % originals.length] ?? new Uint8Array();
      const other = originals[(index * 7 + 3) % originals.length] ?? new Uint8Array();
      await tryAnswer(mutate(original, other, random));
      survived++;
    }
    expect(survived).toBe(MUTATED);
  }, 600_000);

  it("is read without an exception when it is no message at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        await expect(tryMessage(bytes)).resolves.toHaveProperty("verdict");
      }),
      { seed: SEED, numRuns: 2000 },
    );
  }, 120_000);

  it("is read without an exception when it begins as a calendar and goes on as anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 500, unit: "binary" }), async (text) => {
        const bytes = new TextEncoder().encode(`BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n${text}`);
        await expect(tryMessage(bytes)).resolves.toHaveProperty("verdict");
      }),
      { seed: SEED, numRuns: 2000 },
    );
  }, 120_000);
});

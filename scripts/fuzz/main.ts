import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";

import { readSample, samples } from "../../test/fixtures/samples.ts";
import { mutate, randomFrom } from "../../test/fuzz/mutate.ts";
import { tryAnswer, tryMessage } from "../../test/fuzz/try-message.ts";

/** `npm run fuzz -- COUNT [SEED]`: mutated samples through all of core, with time and memory. */
const count = Number(process.argv[2] ?? "100000");
const seed = Number(process.argv[3] ?? "1");

/** Longer than this a reader waits before a frozen window (milliseconds). */
const HANG = 250;

/** Every so many-th message is answered too; formatting its dates costs more than reading it. */
const ANSWERED = 16;

const originals = samples.map(({ name }) => readSample(name));
const random = randomFrom(seed);
const begin = performance.now();
let longest = 0;
let failures = 0;
let memoryAtStart = 0;

for (let index = 0; index < count; index++) {
  if (index === Math.min(5000, Math.floor(count / 10))) {
    memoryAtStart = usedMegabytes();
  }
  const original = originals[index % originals.length] ?? new Uint8Array();
  const other = originals[Math.floor(random() * originals.length)] ?? new Uint8Array();
  const bytes = mutate(original, other, random);
  const attempt = index % ANSWERED === 0 ? tryAnswer : tryMessage;
  const start = performance.now();
  try {
    await attempt(bytes);
    // What else the machine does is not the message's fault: a slow one has a second try, alone.
    if (performance.now() - start > HANG) {
      await measure(bytes, index);
    }
  } catch (error) {
    report(`exception: ${String(error)}`, index, bytes);
  }
  longest = Math.max(longest, performance.now() - start);
}

const seconds = (performance.now() - begin) / 1000;
console.log(`${String(count)} mutated messages (seed ${String(seed)}) in ${seconds.toFixed(0)} s`);
console.log(`${String(failures)} failures; the longest took ${longest.toFixed(0)} ms`);
console.log(
  `memory in use: ${memoryAtStart.toFixed(0)} MB early, ${usedMegabytes().toFixed(0)} MB at the end`,
);
process.exitCode = failures === 0 ? 0 : 1;

function report(what: string, index: number, bytes: Uint8Array): void {
  failures++;
  const file = join(tmpdir(), `convene-fuzz-${String(seed)}-${String(index)}.eml`);
  writeFileSync(file, bytes);
  console.error(`${what}: ${file}`);
}

async function measure(bytes: Uint8Array, index: number): Promise<void> {
  const before = process.cpuUsage();
  await tryAnswer(bytes);
  const { user, system } = process.cpuUsage(before);
  const time = (user + system) / 1000;
  if (time > HANG) {
    report(`${time.toFixed(0)} ms`, index, bytes);
  }
}

function usedMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

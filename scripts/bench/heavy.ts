import { heavyMessages } from "../../test/attacks/heavy-messages.ts";
import { tryAnswer, tryMessage } from "../../test/fuzz/try-message.ts";

/** `npm run bench:heavy [-- NAME]`: what the costliest messages take to be read, and answered. */
const [, , only = ""] = process.argv;

/** Longer than this a reader waits before a frozen window (milliseconds). */
const FREEZE = 250;

/** The first run pays for compiling. */
const RUNS = 3;

const slow: string[] = [];
for (const { name, bytes } of heavyMessages.filter((message) => message.name.includes(only))) {
  const message = bytes();
  const check = await fastest(() => tryMessage(message));
  const reply = await fastest(() => tryAnswer(message, 1));
  if (Math.max(check, reply) > FREEZE) {
    slow.push(name);
  }
  const size = (message.length / 2 ** 20).toFixed(1);
  console.log(`${padded(check)} ${padded(reply)} ms ${size.padStart(5)} MiB  ${name}`);
}
console.log(`${String(slow.length)} above ${String(FREEZE)} ms: ${slow.join("; ")}`);
process.exitCode = slow.length === 0 ? 0 : 1;

/** CPU time, milliseconds: what else the machine does plays no part. */
async function fastest(run: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let count = 0; count < RUNS; count += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function padded(milliseconds: number): string {
  return milliseconds.toFixed(0).padStart(6);
}

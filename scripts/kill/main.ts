import { EDITIONS } from "../../test/e2e/edition.ts";
import { killAgainAndAgain } from "../../test/e2e/kills.ts";

/**
 * `npm run kill -- COUNT [SEED] [EDITION]`: Thunderbird killed at random moments, without
 * EDITION half of the times in each; `npm run build` makes the add-ons.
 */
const count = Number(process.argv[2] ?? "200");
const seed = Number(process.argv[3] ?? "1");
const editions = EDITIONS.filter(({ name }) => (process.argv[4] ?? name) === name);

let isBroken = false;
for (const [index, edition] of editions.entries()) {
  const kills = Math.floor((count + index) / editions.length);
  const log = (line: string): void => {
    console.log(`${edition.name}: ${line}`);
  };
  const report = await killAgainAndAgain({ kills, seed: seed + index, edition, log });
  console.log(JSON.stringify({ edition: edition.name, ...report }, null, 1));
  isBroken ||= report.broken.length > 0;
}
process.exitCode = isBroken ? 1 : 0;

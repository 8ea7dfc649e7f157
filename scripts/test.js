/** Everything that must pass, in one go; the last line counts. See docs/architecture.md. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

import { root, setUp } from "./setup.js";

/** npm scripts, in order; `counts` are vitest runs whose tests are added up. */
const STEPS = [
  { script: "format:check" },
  { script: "lint" },
  { script: "types" },
  { script: "build" },
  { script: "lint:addon" },
  { script: "unit", counts: true },
  { script: "knip" },
  { script: "test:interop", counts: true },
  { script: "pages", counts: true },
  { script: "e2e", counts: true },
];

const NO_COUNTS = { passed: 0, failed: 0, skipped: 0 };

/** Read by .ci/run; removed first, so that a crash cannot leave the last run's totals. */
const TOTALS = join(root, "coverage", "totals.txt");

rmSync(TOTALS, { force: true });
setUp();
const reports = mkdtempSync(join(tmpdir(), "convene-test-"));
const results = STEPS.map(runStep);
rmSync(reports, { recursive: true, force: true });
finish(results);

function runStep({ script, counts = false }) {
  console.log(`\n── npm run ${script}`);
  const report = join(reports, `${script}.json`);
  const start = performance.now();
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync("npm", ["run", script, "--", ...(counts ? reporters : [])], {
    cwd: root,
    stdio: "inherit",
  });
  const { passed, failed, skipped } = counts ? readCounts(report) : NO_COUNTS;
  // A step that ends badly without a failed test (crash, type error, file that does not load).
  const broken = failed === 0 && (status !== 0 || (counts && passed === 0)) ? 1 : 0;
  const seconds = Math.round((performance.now() - start) / 1000);
  return { script, passed, skipped, failed: failed + broken, seconds };
}

function readCounts(report) {
  if (!existsSync(report)) {
    return { ...NO_COUNTS, failed: 1 };
  }
  const json = JSON.parse(readFileSync(report, "utf8"));
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}

function finish(all) {
  console.log("");
  for (const { script, passed, failed, skipped, seconds } of all) {
    const tests = passed > 0 ? `, ${passed} tests passed` : "";
    const left = skipped > 0 ? `, ${skipped} skipped` : "";
    console.log(`${failed > 0 ? "FAILED" : "ok    "} ${script}${tests}${left}, ${seconds} s`);
  }
  const passed = all.reduce((sum, step) => sum + step.passed, 0);
  const failed = all.reduce((sum, step) => sum + step.failed, 0);
  const totals = `${passed} passed, ${failed} failed`;
  mkdirSync(join(root, "coverage"), { recursive: true });
  writeFileSync(TOTALS, `${totals}\n`);
  console.log(totals);
  process.exitCode = failed > 0 ? 1 : 0;
}

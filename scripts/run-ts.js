/** `node scripts/run-ts.js FILE.ts …`: bundles a script that uses the sources and runs it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const [script, ...words] = process.argv.slice(2);
const folder = mkdtempSync(join(root, "node_modules", ".convene-run-"));
const outfile = join(folder, "script.js");

try {
  await build({
    entryPoints: [script],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    outfile,
  });
  const { status } = spawnSync(process.execPath, ["--expose-gc", outfile, ...words], {
    cwd: root,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

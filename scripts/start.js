/** `npm start`: shows the product at work, from a fresh machine on. The tour itself is demo/. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

import { root, setUp } from "./setup.js";

setUp();
build();
const folder = mkdtempSync(join(root, "node_modules", ".convene-start-"));
process.exitCode = await runDemo(await bundleDemo()).finally(() => {
  rmSync(folder, { recursive: true, force: true });
});

function build() {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) {
    process.exit(1);
  }
}

/** The demo is TypeScript like the tests whose harness it uses; Node 20 does not read that. */
async function bundleDemo() {
  const { build: bundle } = await import("esbuild");
  const outfile = join(folder, "demo.js");
  await bundle({
    entryPoints: [join(root, "scripts", "demo", "main.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    outfile,
  });
  return outfile;
}

/**
 * In a process group of its own, so that Ctrl-C reaches it once, from here: it needs the time to
 * clean up.
 */
async function runDemo(file) {
  const demo = spawn(process.execPath, [file, ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    detached: true,
  });
  let isEnding = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!isEnding) {
        isEnding = true;
        demo.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
      }
    });
  }
  return await new Promise((resolve) => {
    demo.on("exit", (code) => {
      resolve(code ?? 1);
    });
  });
}

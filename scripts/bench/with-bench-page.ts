import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "esbuild";
import JSZip from "jszip";

import type { Edition } from "../../test/e2e/edition.ts";
import { makeFolder } from "../../test/harness/cleanup.ts";

export const BENCH_PAGE = "bench.html";

const PAGE = `<!doctype html><meta charset="utf-8"><title>Bench</title>
<script type="module" src="bench.js"></script>`;

/** The built edition with one page more, whose script is bundled as the add-on's own are. */
export async function withBenchPage(edition: Edition, script: string): Promise<Edition> {
  const { outputFiles } = await build({
    entryPoints: [script],
    bundle: true,
    format: "esm",
    target: "firefox140",
    write: false,
    alias: { "#edition": `./src/thunderbird/edition-${edition.name}.ts` },
    define: { PACKAGED_LOCALES: "[]" },
  });
  const zip = await JSZip.loadAsync(readFileSync(edition.file));
  zip.file(BENCH_PAGE, PAGE);
  zip.file("bench.js", outputFiles[0]?.contents ?? "");
  const file = join(makeFolder(), "bench.xpi");
  writeFileSync(file, await zip.generateAsync({ type: "nodebuffer" }));
  return { ...edition, file };
}

/**
 * Builds both editions as folders and as .xpi files, and the command line, into dist/. The same
 * sources give the same bytes, so that anyone can check a released file (docs/reviewers.md).
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import JSZip from "jszip";
import { editions } from "./editions.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/** Zip files know no time zone and no time before; every entry carries this one. */
const EPOCH = new Date("1980-01-01T00:00:00Z");

/** Folders of a built add-on that stand elsewhere in the sources. */
const SOURCES = { experiments: "src/experiments" };

const options = {
  absWorkingDir: root,
  bundle: true,
  charset: "utf8",
  format: "esm",
  legalComments: "inline",
  logLevel: "warning",
  minify: false,
};

rmSync(dist, { recursive: true, force: true });
for (const edition of editions) {
  await buildEdition(edition);
}
await build({
  ...options,
  platform: "node",
  target: "node20",
  entryPoints: { "cli/convene": "src/cli/convene.ts" },
  outdir: dist,
  banner: { js: "#!/usr/bin/env node" },
});
cpSync(join(root, "_locales"), join(dist, "cli/_locales"), { recursive: true });

async function buildEdition({ name, adapters, folders, adapt }) {
  const folder = join(dist, name);
  await buildScripts(folder, adapters);
  for (const source of folders) {
    cpSync(join(root, SOURCES[source] ?? source), join(folder, source), {
      recursive: true,
      filter: (file) => extname(file) !== ".md",
    });
  }
  copyPages(folder);
  const manifest = adapt(JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")));
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await pack(folder, join(dist, `${name}-${manifest.version}.xpi`));
}

async function buildScripts(folder, adapters) {
  const define = { PACKAGED_LOCALES: JSON.stringify(readdirSync(join(root, "_locales")).sort()) };
  const shared = { ...options, define, target: "firefox140", outdir: folder };
  await build({
    ...shared,
    alias: { "#edition": `./${adapters}` },
    entryPoints: [{ in: "src/background/main.ts", out: "background/main" }, ...pageParts()],
  });
  // What runs in a message is a classic script.
  const banner = { "ui/banner/banner": "src/ui/banner/banner.ts" };
  await build({ ...shared, format: "iife", entryPoints: banner });
}

/** Every page has its folder: ui/popup/popup.html, popup.css, popup.ts. */
function pageParts() {
  const pages = listFiles(join(root, "src/ui")).filter((file) => extname(file) === ".html");
  const names = pages.map((page) => relative(join(root, "src"), page).slice(0, -".html".length));
  return [
    ...names.map((name) => ({ in: `src/${name}.ts`, out: name })),
    // One sheet for each page: every further one would be asked for before the page is drawn.
    ...names.map((name) => ({ in: `src/${name}.css`, out: name })),
  ];
}

function copyPages(folder) {
  for (const file of listFiles(join(root, "src/ui")).filter((f) => extname(f) === ".html")) {
    cpSync(file, join(folder, relative(join(root, "src"), file)));
  }
}

async function pack(folder, target) {
  const zip = new JSZip();
  for (const file of listFiles(folder)) {
    const name = relative(folder, file);
    zip.file(name, readFileSync(file), { date: EPOCH, createFolders: false });
  }
  mkdirSync(dist, { recursive: true });
  writeFileSync(
    target,
    await zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE", platform: "DOS" }),
  );
}

/** All files below a folder, sorted by their code units on every machine alike. */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

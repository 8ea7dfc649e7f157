/**
 * Bundles the gallery into the folder given: ui/popup/gallery.html?scene=new shows one state of the
 * popup, ui/options/gallery.html?scene=first-day one of the options page, ui/invitations/gallery.html?rows=40
 * the page of all invitations.
 */
import console from "node:console";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import process from "node:process";
import { build } from "esbuild";

const target = process.argv[2];
if (target === undefined) {
  console.error("usage: node test/ui/gallery/build.js FOLDER");
  process.exit(2);
}

await build({
  entryPoints: {
    "ui/popup/gallery": "test/ui/gallery/gallery.ts",
    "ui/options/gallery": "test/ui/gallery/options-gallery.ts",
    "ui/invitations/gallery": "test/ui/gallery/invitations-gallery.ts",
  },
  outdir: target,
  bundle: true,
  format: "esm",
  logLevel: "warning",
});
cpSync("src/ui", join(target, "ui"), {
  recursive: true,
  filter: (path) => extname(path) === "" || extname(path) === ".css",
});
for (const name of ["popup", "options", "invitations"]) {
  const page = readFileSync(`src/ui/${name}/${name}.html`, "utf8");
  const gallery = page.replace(`${name}.js`, "gallery.js");
  writeFileSync(join(target, `ui/${name}/gallery.html`), gallery);
}

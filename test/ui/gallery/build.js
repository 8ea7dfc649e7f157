/** Bundles the gallery into the folder given: gallery.html?scene=new shows one state of the popup. */
import console from "node:console";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { build } from "esbuild";

const target = process.argv[2];
if (target === undefined) {
  console.error("usage: node test/ui/gallery/build.js FOLDER");
  process.exit(2);
}

await build({
  entryPoints: { "ui/popup/gallery": "test/ui/gallery/gallery.ts" },
  outdir: target,
  bundle: true,
  format: "esm",
  logLevel: "warning",
});
for (const sheet of ["tokens.css", "card/card.css", "popup/popup.css"]) {
  cpSync(join("src/ui", sheet), join(target, "ui", sheet));
}
const page = readFileSync("src/ui/popup/popup.html", "utf8").replace("popup.js", "gallery.js");
writeFileSync(join(target, "ui/popup/gallery.html"), page);

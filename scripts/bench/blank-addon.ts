import { writeFileSync } from "node:fs";
import { join } from "node:path";

import JSZip from "jszip";

import { makeFolder } from "../../test/harness/cleanup.ts";

export const BLANK_ID = "blank@convene-for-thunderbird";

const MANIFEST = {
  manifest_version: 3,
  name: "Blank",
  version: "1.0",
  browser_specific_settings: { gecko: { id: BLANK_ID } },
  message_display_action: { default_popup: "blank.html" },
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>Blank</title>
<script src="blank.js"></script><body style="width:400px;height:400px;background:#fff"><p>.</p>`;

/** Says when it is painted, as our popup does. */
const SCRIPT = `addEventListener("DOMContentLoaded", () => requestAnimationFrame(() =>
  setTimeout(() => performance.mark("card-painted"))));`;

/** An add-on whose popup has nothing in it: what is left is Thunderbird's own time. */
export async function makeBlankAddon(): Promise<string> {
  const zip = new JSZip();
  zip.file("manifest.json", JSON.stringify(MANIFEST));
  zip.file("blank.html", PAGE);
  zip.file("blank.js", SCRIPT);
  const file = join(makeFolder(), "blank.xpi");
  writeFileSync(file, await zip.generateAsync({ type: "nodebuffer" }));
  return file;
}

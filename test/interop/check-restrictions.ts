import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { makeFolder } from "../harness/cleanup.ts";
import { writeFiles } from "./write-files.ts";

let program: string | null = null;

/** What libical says against an iCalendar object, by its tables of RFC 5546; nothing is sound. */
export function checkRestrictions(object: Uint8Array | string): readonly string[] {
  return checkAllRestrictions([object])[0] ?? [];
}

/** The same for many, in one go. */
export function checkAllRestrictions(
  objects: readonly (Uint8Array | string)[],
): readonly (readonly string[])[] {
  program ??= compile();
  const files = writeFiles(objects);
  const { status, stdout } = spawnSync(program, files, { encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) {
    throw new Error(`libical's check ended with ${status ?? "?"}`);
  }
  const complaints = stdout.split("\n").map((line) => line.split("\t"));
  return files.map((file) =>
    complaints.filter(([about]) => about === file).map(([, complaint = ""]) => complaint),
  );
}

function compile(): string {
  const target = join(makeFolder(), "restriction-check");
  execFileSync("gcc", ["-o", target, "test/interop/restriction-check.c", "-lical"]);
  return target;
}

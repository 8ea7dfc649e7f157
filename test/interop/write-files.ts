import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../harness/cleanup.ts";

/** Lays contents into files of their own, for a program that reads many; their names, in order. */
export function writeFiles(contents: readonly (Uint8Array | string)[]): readonly string[] {
  const folder = makeFolder();
  return contents.map((content, index) => {
    const file = join(folder, String(index));
    writeFileSync(file, content);
    return file;
  });
}

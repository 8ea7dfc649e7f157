import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { makeFolder } from "../harness/cleanup.ts";

let program: string | null = null;

/** What libical says against an iCalendar object, by its tables of RFC 5546; nothing is sound. */
export function checkRestrictions(object: Uint8Array | string): readonly string[] {
  program ??= compile();
  const { status, stdout } = spawnSync(program, { input: object, encoding: "utf8" });
  const complaints = stdout.split("\n").filter((line) => line !== "");
  return status === 0 || complaints.length > 0 ? complaints : [`it ended with ${status ?? "?"}`];
}

function compile(): string {
  const target = join(makeFolder(), "restriction-check");
  execFileSync("gcc", ["-o", target, "test/interop/restriction-check.c", "-lical"]);
  return target;
}

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { makeFolder } from "../harness/cleanup.ts";
import { writeFiles } from "./write-files.ts";

/** What KDE's calendar library reads in an iTIP object. */
export interface KdeReading {
  /** "Request", "Reply" …; missing where it reads nothing. */
  readonly method?: string;
  /** STATUS is CANCELLED. */
  readonly isCancelled: boolean;
  readonly uid: string;
  readonly organizer: string;
  readonly comments: readonly string[];
  readonly attendees: readonly {
    readonly address: string;
    readonly name: string;
    readonly partstat: string;
    readonly delegate: string;
  }[];
}

let program: string | null = null;

export function readAllWithKde(objects: readonly string[]): readonly KdeReading[] {
  program ??= compile();
  const files = writeFiles(objects);
  // What it writes to standard error is the same as libical's check says.
  const output = execFileSync(program, files, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: "pipe",
  });
  return output
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as KdeReading);
}

function compile(): string {
  const target = join(makeFolder(), "schedule-reader");
  const machine = execFileSync("g++", ["-print-multiarch"], { encoding: "utf8" }).trim();
  const qt = `/usr/include/${machine}/qt5`;
  const kde = "/usr/include/KF5/KCalendarCore";
  const folders = [kde, `${kde}/KCalendarCore`, qt, `${qt}/QtCore`, `${qt}/QtGui`];
  execFileSync("g++", [
    ...["-fPIC", "-o", target, "test/interop/schedule-reader.cpp"],
    ...folders.map((folder) => `-I${folder}`),
    ...["-lKF5CalendarCore", "-lQt5Core"],
  ]);
  return target;
}

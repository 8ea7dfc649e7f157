import { readFileSync } from "node:fs";

interface Manifest {
  readonly version: string;
}

const { version } = JSON.parse(readFileSync("manifest.json", "utf8")) as Manifest;

/** One of the two built add-ons; `npm run build` makes the files. */
export interface Edition {
  readonly name: "store" | "calendar";
  readonly id: string;
  readonly file: string;
}

export const STORE: Edition = {
  name: "store",
  id: "convene@convene-for-thunderbird",
  file: `dist/convene-${version}.xpi`,
};

export const CALENDAR: Edition = {
  name: "calendar",
  id: "convene-calendar@convene-for-thunderbird",
  file: `dist/convene-calendar-${version}.xpi`,
};

export const EDITIONS: readonly Edition[] = [STORE, CALENDAR];

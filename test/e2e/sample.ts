import { shiftDates, weeksSinceSamples } from "../../scripts/demo/shift-dates.ts";
import { readSample, USER } from "../fixtures/samples.ts";

/** A fixture as it would arrive today. */
export function sampleMail(name: string): Uint8Array {
  return shiftDates(readSample(name), weeksSinceSamples(Date.now()));
}

/** The user that all fixtures are addressed to. */
export const SAMPLE_USER = { name: USER.name, email: USER.address };

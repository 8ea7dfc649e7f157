import { readInput } from "./world.ts";

/** The bytes, or why they could not be had. */
export function open(file: string): Uint8Array | string {
  try {
    return readInput(file);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

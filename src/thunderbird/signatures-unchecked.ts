import type { Signatures } from "../app/ports.ts";

/** Where nobody looks, or nothing can be looked at. */
export const uncheckedSignatures: Signatures = {
  verify: () => Promise.resolve({ kind: "unchecked" }),
};

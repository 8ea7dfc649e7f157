import type { Signatures } from "../app/ports.ts";
import type { ConveneSignatures } from "../types/convene-signatures.ts";
import { messenger } from "./messenger.ts";

/** Through our Experiment; a later Thunderbird that lacks what it needs cannot look at signatures. */
export const nativeSignatures: Signatures = {
  async verify(messageId) {
    const { conveneSignatures } = messenger as unknown as { conveneSignatures: ConveneSignatures };
    try {
      const { outcome, addresses } = await conveneSignatures.verify(messageId);
      return outcome === "valid"
        ? { kind: "signed", addresses }
        : { kind: outcome === "invalid" ? "invalid" : "unchecked" };
    } catch (error) {
      console.warn("Convene: a signature cannot be looked at.", error);
      return { kind: "unchecked" };
    }
  },
};

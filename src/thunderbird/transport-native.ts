import type { ConveneTransport } from "../types/convene-transport.ts";
import { messenger } from "./messenger.ts";
import type { Transport } from "../app/ports.ts";

/** Through our Experiment: at once, and with the server's own words when it refuses. */
export const nativeTransport: Transport = {
  name: "native",

  async send({ identityId, bytes, isCopied }) {
    const { conveneTransport } = messenger as unknown as { conveneTransport: ConveneTransport };
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    const { outcome, reason, status } = await conveneTransport.send(identityId, text, isCopied);
    return outcome === "failed" ? { kind: "failed", reason, status } : { kind: outcome };
  },
};

import { MAX_MESSAGE_BYTES } from "../limits.ts";
import type { Mail } from "./mail.ts";
import { readEnvelope } from "./read-envelope.ts";
import { readParts } from "./read-parts.ts";

/** Reads a message; any octets are one (RFC 5322 leaves nothing unreadable). */
export function readMail(bytes: Uint8Array): Mail {
  const { root, passedLimits } = readParts(bytes.subarray(0, MAX_MESSAGE_BYTES), {
    leaf: "1",
    multipart: "",
  });
  const tooLong =
    bytes.length > MAX_MESSAGE_BYTES
      ? [{ limit: "MAX_MESSAGE_BYTES", allowed: MAX_MESSAGE_BYTES, found: bytes.length }]
      : [];
  return {
    bytes,
    envelope: readEnvelope(root.fields),
    root,
    passedLimits: [...tooLong, ...passedLimits],
  };
}

import { MAX_ADDRESS_FIELD_BYTES, MAX_MESSAGE_BYTES } from "../limits.ts";
import type { Mail, Part, PassedLimit } from "./mail.ts";
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
    passedLimits: [...tooLong, ...passedLimits, ...passedByAddresses(root)],
  };
}

const ADDRESS_FIELDS = new Set(["from", "sender", "reply-to", "to", "cc"]);

function passedByAddresses({ fields }: Part): readonly PassedLimit[] {
  const allowed = MAX_ADDRESS_FIELD_BYTES;
  const found = fields
    .filter(({ name }) => ADDRESS_FIELDS.has(name))
    .reduce((longest, { value }) => Math.max(longest, value.length), 0);
  return found > allowed ? [{ limit: "MAX_ADDRESS_FIELD_BYTES", allowed, found }] : [];
}

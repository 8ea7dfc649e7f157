import { MAX_CONTAINER_NESTING } from "../limits.ts";
import type { Container, Envelope, Mail, Part, PassedLimit } from "./mail.ts";
import { readEnvelope } from "./read-envelope.ts";
import { innerNumber, isMessageType, readParts } from "./read-parts.ts";
import { readSignedContent } from "./signed-content.ts";
import { decodeTransfer } from "./transfer-decoding.ts";

interface Place {
  /** What body ranges count in: the message, or what a container held. */
  readonly bytes: Uint8Array;
  readonly ancestors: readonly Part[];
  /** Envelope of the innermost message around the part. */
  readonly forwarded: Envelope | null;
  /** Of the containers around the part. */
  readonly passedLimits: readonly PassedLimit[];
  /** How many containers were opened on the way. */
  readonly opened: number;
}

/** A part without children, and where it stands. */
export interface Leaf extends Place {
  readonly kind: "leaf";
  readonly part: Part;
}

/** A part whose content is hidden. */
export interface Hidden extends Place {
  readonly kind: Container["kind"];
  readonly part: Part;
}

const SMIME_TYPES = new Set(["application/pkcs7-mime", "application/x-pkcs7-mime"]);
const TNEF_TYPES = new Set(["application/ms-tnef", "application/vnd.ms-tnef"]);

/** Every leaf in the order of the message, and the containers that cannot be opened. */
export function* readLeaves(mail: Mail): Generator<Leaf | Hidden> {
  yield* visit(mail.root, {
    bytes: mail.bytes,
    ancestors: [],
    forwarded: null,
    passedLimits: [],
    opened: 0,
  });
}

/** The part's body as it stands in the message. */
export function encodedBody({ bytes, part }: { bytes: Uint8Array; part: Part }): Uint8Array {
  return bytes.subarray(part.body.start, part.body.end);
}

function* visit(part: Part, place: Place): Generator<Leaf | Hidden> {
  const hidden = hiddenKind(part);
  if (hidden !== null) {
    yield* visitHidden(part, place, hidden);
  } else if (part.children.length > 0) {
    const isMessage = isMessageType(part.mediaType);
    for (const child of part.children) {
      yield* visit(child, {
        ...place,
        ancestors: [...place.ancestors, part],
        forwarded: isMessage ? readEnvelope(child.fields) : place.forwarded,
      });
    }
  } else if (isMessageType(part.mediaType) && place.opened < MAX_CONTAINER_NESTING) {
    // RFC 2046 §5.2.1 forbids to encode it, but mail gateways do.
    const { bytes } = place;
    const { octets } = decodeTransfer(encodedBody({ bytes, part }), part.transferEncoding);
    yield* visitOpened(part, place, octets);
  } else {
    yield { ...place, kind: "leaf", part };
  }
}

function* visitHidden(part: Part, place: Place, kind: Container["kind"]): Generator<Leaf | Hidden> {
  if (SMIME_TYPES.has(part.mediaType) && place.opened < MAX_CONTAINER_NESTING) {
    const { bytes } = place;
    const { octets } = decodeTransfer(encodedBody({ bytes, part }), part.transferEncoding);
    const content = readSignedContent(octets);
    if (content) {
      yield* visitOpened(part, place, content);
      return;
    }
  }
  yield { ...place, kind, part };
}

function* visitOpened(part: Part, place: Place, bytes: Uint8Array): Generator<Leaf | Hidden> {
  const { root, passedLimits } = readParts(bytes, innerNumber(part.number));
  yield* visit(root, {
    bytes,
    ancestors: [...place.ancestors, part],
    forwarded: isMessageType(part.mediaType) ? readEnvelope(root.fields) : place.forwarded,
    passedLimits: [...place.passedLimits, ...passedLimits],
    opened: place.opened + 1,
  });
}

function hiddenKind({ mediaType, parameters, fileName }: Part): Container["kind"] | null {
  if (mediaType === "multipart/encrypted" || mediaType === "application/pgp-encrypted") {
    return "openpgp-encrypted";
  }
  if (TNEF_TYPES.has(mediaType) || fileName?.toLowerCase() === "winmail.dat") {
    return "tnef";
  }
  return SMIME_TYPES.has(mediaType) ? smimeKind(parameters.get("smime-type")) : null;
}

/** RFC 8551 §3.2.2; certificates alone hide nothing. */
function smimeKind(smimeType = "enveloped-data"): Container["kind"] | null {
  switch (smimeType.toLowerCase()) {
    case "signed-data":
      return "smime-opaque-signed";
    case "certs-only":
      return null;
    default:
      return "smime-encrypted";
  }
}

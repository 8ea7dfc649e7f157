import type { Part } from "../mail/mail.ts";
import { isMessageType } from "../mail/read-parts.ts";

/** Who signed the part that acts: S/MIME is the one proof of origin of iMIP (RFC 6047 §2.2.2). */
export type Signature =
  /** Nothing says that it is signed. */
  | { readonly kind: "unsigned" }
  /** It says so, and nothing here can look at it: OpenPGP, or no capability for S/MIME. */
  | { readonly kind: "unchecked" }
  /** It says so, and no signature holds. */
  | { readonly kind: "invalid" }
  | {
      readonly kind: "signed";
      /** Of the signer's certificate, at least one. */
      readonly addresses: readonly string[];
    };

/** What can be told of the S/MIME signature around a message. */
export type VerifiedSignature = Exclude<Signature, { readonly kind: "unsigned" }>;

/**
 * Looks at the signature of the message only where the part stands within it: what is merely sent
 * along is not signed. A forwarded message's own signature is not looked at.
 */
export async function readSignature(
  ancestors: readonly Part[],
  verify: () => Promise<VerifiedSignature>,
): Promise<Signature> {
  const signed = ancestors.findIndex(isSigned);
  const [part, above] = [ancestors[signed], ancestors.slice(0, Math.max(signed, 0))];
  if (part === undefined) {
    return { kind: "unsigned" };
  }
  return isSmime(part) && !above.some(({ mediaType: type }) => isMessageType(type))
    ? verify()
    : { kind: "unchecked" };
}

/** RFC 1847 §2.1, RFC 8551 §3.5; a container of the latter kind is among them once it was opened. */
function isSigned({ mediaType }: Part): boolean {
  return mediaType === "multipart/signed" || isOpaque(mediaType);
}

function isSmime({ mediaType, parameters }: Part): boolean {
  return isOpaque(mediaType) || /pkcs7-signature$/i.test(parameters.get("protocol") ?? "");
}

function isOpaque(mediaType: string): boolean {
  return mediaType === "application/pkcs7-mime" || mediaType === "application/x-pkcs7-mime";
}

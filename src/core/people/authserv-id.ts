import { withoutComments } from "../mail/without-comments.ts";

/** A token of RFC 2045 §5.1, widened by RFC 6532: no spaces, controls and special characters. */
const TOKEN = /^[^\s()<>@,;:\\"/[\]?=\p{C}]+$/u;

/** A host name has at most 253 characters (RFC 1035 §2.3.4). */
const MAX_ID_LENGTH = 253;

/** Names a server that writes Authentication-Results (RFC 8601 §2.5); usually its host name. */
export function isAuthservId(text: string): boolean {
  return text.length <= MAX_ID_LENGTH && TOKEN.test(text);
}

/** Who wrote an Authentication-Results field; null where it does not say, as Exchange Online's. */
export function authservIdOf(headerValue: string): string | null {
  const [first = ""] = withoutComments(headerValue).split(";");
  // The id may be quoted, and a version may follow it.
  const [, quoted, bare = ""] = /^\s*(?:"([^"]*)"|(\S*))/.exec(first) ?? [];
  const id = quoted ?? bare;
  return isAuthservId(id) ? id : null;
}

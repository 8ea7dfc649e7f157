import type { Container } from "../../mail/mail.ts";
import { placeOf } from "../acting-part.ts";
import type { RuleContext } from "../context.ts";
import type { FindingData, Report, Rule } from "../rule.ts";

/**
 * An invitation may hide in what cannot be opened here. Nothing is said of Outlook's winmail.dat
 * when it names itself ordinary mail; a notice is enough for an encrypted message that nothing
 * else calls an invitation, and where a calendar came beside the container.
 */
export const containerReadable: Rule = {
  id: "container-readable",
  family: "message",
  severity: "error",
  clause: "RFC 6047 §2.4",
  methods: "*",
  placeholders: [],
  check(context) {
    const { mail, containers } = context;
    return mail
      ? containers
          .filter(({ holdsInvitation }) => holdsInvitation !== false)
          .map((container) => report(container, context, placeOf(mail, container.part)))
      : [];
  },
};

function report(container: Container, { parts }: RuleContext, place: FindingData): Report {
  const wording = WORDINGS[container.kind];
  return parts.length > 0 || isNoSign(container)
    ? { wording, severity: "notice", data: place }
    : { wording, data: place };
}

/** Encrypted like any other private mail. */
function isNoSign({ kind, holdsInvitation }: Container): boolean {
  const isEncrypted = kind === "smime-encrypted" || kind === "openpgp-encrypted";
  return isEncrypted && holdsInvitation === null;
}

const WORDINGS: Readonly<Record<Container["kind"], string>> = {
  tnef: "tnef",
  "smime-encrypted": "encrypted",
  "openpgp-encrypted": "encrypted",
  "smime-opaque-signed": "signed",
};

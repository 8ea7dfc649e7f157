import type { Container } from "../../mail/mail.ts";
import { placeOf } from "../acting-part.ts";
import type { RuleContext } from "../context.ts";
import type { FindingData, Report, Rule } from "../rule.ts";

/**
 * An invitation may hide in what cannot be opened here. Nothing is said of Outlook's winmail.dat
 * when it calls itself ordinary mail; a notice is enough where a calendar came beside the container.
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
          .filter(({ isOrdinaryMail }) => !isOrdinaryMail)
          .map((container) => report(container, context, placeOf(mail, container.part)))
      : [];
  },
};

function report({ kind }: Container, { parts }: RuleContext, place: FindingData): Report {
  const wording = WORDINGS[kind];
  return parts.length > 0 ? { wording, severity: "notice", data: place } : { wording, data: place };
}

const WORDINGS: Readonly<Record<Container["kind"], string>> = {
  tnef: "tnef",
  "smime-encrypted": "encrypted",
  "openpgp-encrypted": "encrypted",
  "smime-opaque-signed": "signed",
};

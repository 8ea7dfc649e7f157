import { describe, expect, it } from "vitest";

import { findCalendarParts } from "../../../src/core/mail/calendar-parts.ts";
import { readMail } from "../../../src/core/mail/read-mail.ts";
import { readSignature, type Signature } from "../../../src/core/people/signature.ts";

const SMIME = 'multipart/signed; protocol="application/pkcs7-signature"; boundary=s';
const OPENPGP = 'multipart/signed; protocol="application/pgp-signature"; boundary=s';
const CALENDAR = ["Content-Type: text/calendar; method=REQUEST", "", "BEGIN:VCALENDAR"];

function multipart(type: string, boundary: string, ...parts: readonly (readonly string[])[]) {
  const inner = parts.flatMap((part) => [`--${boundary}`, ...part]);
  return [`Content-Type: ${type}`, "", ...inner, `--${boundary}--`];
}

const forwarded = (message: readonly string[]) => ["Content-Type: message/rfc822", "", ...message];

/** Who signed the calendar part of a message, where boss@example.com signed whatever is signed. */
async function signatureOf(message: readonly string[]): Promise<Signature> {
  const mail = readMail(new TextEncoder().encode(message.join("\r\n")));
  const [part] = findCalendarParts(mail);
  return readSignature(part?.ancestors ?? [], () =>
    Promise.resolve({ kind: "signed", addresses: ["boss@example.com"] }),
  );
}

describe("who signed the calendar part", () => {
  it.each<[string, readonly string[], Signature["kind"]]>([
    ["nothing is signed", CALENDAR, "unsigned"],
    ["it stands within an S/MIME signature", multipart(SMIME, "s", CALENDAR), "signed"],
    [
      "it stands deep within one",
      multipart(SMIME, "s", multipart("multipart/alternative; boundary=a", "a", CALENDAR)),
      "signed",
    ],
    [
      "a mailing list put the signed message into a multipart",
      multipart("multipart/mixed; boundary=m", "m", multipart(SMIME, "s", CALENDAR)),
      "signed",
    ],
    [
      "it stands beside what is signed",
      multipart("multipart/mixed; boundary=m", "m", multipart(SMIME, "s", ["", "Hello"]), CALENDAR),
      "unsigned",
    ],
    ["it is signed with OpenPGP", multipart(OPENPGP, "s", CALENDAR), "unchecked"],
    [
      "a forwarded message was signed",
      multipart("multipart/mixed; boundary=m", "m", forwarded(multipart(SMIME, "s", CALENDAR))),
      "unchecked",
    ],
    [
      "a forwarded message stands within a signature",
      multipart(SMIME, "s", forwarded(CALENDAR)),
      "signed",
    ],
  ])("%s", async (_, message, kind) => {
    expect((await signatureOf(message)).kind).toBe(kind);
  });
});

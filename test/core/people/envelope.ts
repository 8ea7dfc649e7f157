import { readMail } from "../../../src/core/mail/read-mail.ts";
import type { Envelope } from "../../../src/core/mail/mail.ts";

/** What header fields say, the topmost first. */
export function envelopeOf(...fields: readonly string[]): Envelope {
  return readMail(new TextEncoder().encode(`${fields.join("\r\n")}\r\n\r\n`)).envelope;
}

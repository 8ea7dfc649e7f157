import { encodedBody, readLeaves, type Hidden } from "./leaves.ts";
import type { Container, Mail } from "./mail.ts";
import { decodeTransfer } from "./transfer-decoding.ts";

/** Octets of winmail.dat that are looked at: its message class is one of the first attributes. */
const SEARCHED_BYTES = 64 * 1024;

/** Message classes that Outlook gives to meeting messages, and to ordinary ones (MS-OXTNEF). */
const MEETING_CLASS = /IPM\.(?:Schedule\.Meeting|Microsoft Schedule\.Mtg|Appointment)/i;
const ORDINARY_CLASS = /IPM\.(?:Note|Microsoft Mail\.Note)/i;

/** The parts whose content is hidden from us; an opaque signature that can be opened is none. */
export function findContainers(mail: Mail): readonly Container[] {
  const containers: Container[] = [];
  for (const found of readLeaves(mail)) {
    if (found.kind !== "leaf") {
      const { kind, part } = found;
      const isOrdinaryMail = kind === "tnef" && isOrdinary(found);
      containers.push({ kind, part, isOrdinaryMail });
    }
  }
  return containers;
}

function isOrdinary(hidden: Hidden): boolean {
  const encoded = encodedBody(hidden).subarray(0, 2 * SEARCHED_BYTES);
  const { octets } = decodeTransfer(encoded, hidden.part.transferEncoding);
  const text = new TextDecoder("windows-1252").decode(octets.subarray(0, SEARCHED_BYTES));
  return ORDINARY_CLASS.test(text) && !MEETING_CLASS.test(text);
}

import type { Parameter } from "./object.ts";

const PARTSTATS: ReadonlyMap<string, readonly string[]> = new Map([
  ["VEVENT", ["NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"]],
  [
    "VTODO",
    ["NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", "COMPLETED", "IN-PROCESS"],
  ],
]);

const VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ["CUTYPE", ["INDIVIDUAL", "GROUP", "RESOURCE", "ROOM", "UNKNOWN"]],
  ["ENCODING", ["8BIT", "BASE64"]],
  ["RANGE", ["THISANDFUTURE"]],
  ["RELATED", ["START", "END"]],
  ["ROLE", ["CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"]],
  ["RSVP", ["TRUE", "FALSE"]],
  [
    "VALUE",
    [
      "BINARY",
      "BOOLEAN",
      "CAL-ADDRESS",
      "DATE",
      "DATE-TIME",
      "DURATION",
      "FLOAT",
      "INTEGER",
      "PERIOD",
      "RECUR",
      "TEXT",
      "TIME",
      "UID",
      "URI",
      "UTC-OFFSET",
      "XML-REFERENCE",
    ],
  ],
]);

/** Parameters that no private name extends (RFC 5545 §3.2). */
const CLOSED: ReadonlySet<string> = new Set(["ENCODING", "RANGE", "RELATED", "RSVP"]);

/** Whether RFC 5545 §3.2 knows the value; names that begin with X- are between programs. */
export function isKnownParameterValue(
  { name, values: [value = ""] }: Parameter,
  component: string,
): boolean {
  const known = name === "PARTSTAT" ? PARTSTATS.get(component) : VALUES.get(name);
  const written = value.trim().toUpperCase();
  const isPrivate = written.startsWith("X-") && !CLOSED.has(name);
  return known === undefined || isPrivate || known.includes(written);
}

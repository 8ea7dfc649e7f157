import { parameter } from "../calendar/component.ts";
import type { Parameter, Property } from "../calendar/object.ts";
import { parseWrittenTime } from "../calendar/wall-time.ts";
import { printInstant } from "./time-key.ts";
import type { Version } from "./version.ts";

/** Where Thunderbird keeps, on ATTENDEE, which REPLY it has counted. */
const SEQUENCE = "RECEIVED-SEQUENCE";
const DTSTAMP = "RECEIVED-DTSTAMP";

/** The REPLY that an ATTENDEE in a calendar stands for; null where none was counted. */
export function countedReply(attendee: Property): Version | null {
  const sequence = parameter(attendee, SEQUENCE);
  const dtstamp = parseWrittenTime(parameter(attendee, DTSTAMP) ?? "");
  return sequence === null || !/^\d+$/.test(sequence)
    ? null
    : { sequence: Number(sequence), dtstamp: dtstamp?.wall ?? null };
}

export function countedParameters({ sequence, dtstamp }: Version): readonly Parameter[] {
  const stamp = dtstamp === null ? [] : [printInstant(dtstamp).replace(/[-:]/g, "")];
  return [
    { name: SEQUENCE, values: [String(sequence)] },
    { name: DTSTAMP, values: stamp },
  ];
}

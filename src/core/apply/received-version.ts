import { newProperty } from "../calendar/new-property.ts";
import type { Property } from "../calendar/object.ts";
import { printInstant } from "../itip/time-key.ts";
import type { Version } from "../itip/version.ts";

const SEQUENCE = "X-MOZ-RECEIVED-SEQUENCE";
const DTSTAMP = "X-MOZ-RECEIVED-DTSTAMP";

/** Where Thunderbird keeps which version of an invitation it has (contract: "Versions"). */
export const RECEIVED: readonly string[] = [SEQUENCE, DTSTAMP];

/** Read by Thunderbird's own invitation bar as well, so that either knows what the other did. */
export function receivedProperties({ sequence, dtstamp }: Version): readonly Property[] {
  return [
    newProperty(SEQUENCE, String(sequence)),
    ...(dtstamp === null ? [] : [newProperty(DTSTAMP, utcValue(dtstamp))]),
  ];
}

/** "20261201T100000Z"; milliseconds since 1970. */
export function utcValue(instant: number): string {
  return printInstant(instant).replace(/[-:]/g, "");
}

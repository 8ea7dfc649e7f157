import ICAL from "ical.js";

/** What an object that we wrote must be for another reader. */
export interface Meaning {
  /** Upper case. */
  readonly method: string;
  /** Lower case: "vevent", "vtodo". */
  readonly component: string;
  readonly attendees: number;
}

/**
 * Thunderbird's own parser reads the object as it was meant. What a stranger wrote is repeated in an
 * answer; should he have found a way to write a property of his own into it, it does not leave (A48).
 */
export function readsAs(text: string, { method, component, attendees }: Meaning): boolean {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const [only, ...others] = calendar.getAllSubcomponents(component);
    return (
      calendar.getFirstPropertyValue("method") === method &&
      calendar.getAllProperties("method").length === 1 &&
      others.length === 0 &&
      only?.getAllProperties("attendee").length === attendees
    );
  } catch {
    // It cannot be parsed at all.
    return false;
  }
}

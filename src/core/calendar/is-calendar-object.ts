import ICAL from "ical.js";

/** Thunderbird's own parser finds these components in the text, in any order, and no METHOD. */
export function isCalendarObject(text: string, components: readonly string[]): boolean {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const found = calendar
      .getAllSubcomponents()
      .map(({ name }) => name.toUpperCase())
      .filter((name) => name !== "VTIMEZONE");
    return (
      calendar.name === "vcalendar" &&
      calendar.getFirstProperty("method") === null &&
      JSON.stringify(found.sort()) === JSON.stringify([...components].sort())
    );
  } catch {
    // It cannot be parsed at all.
    return false;
  }
}

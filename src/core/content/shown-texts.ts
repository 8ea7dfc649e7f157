import { propertiesNamed, textValue } from "../calendar/component.ts";
import type { Component } from "../calendar/object.ts";
import type { Entry, Invitation } from "../itip/invitation.ts";

/** A text of an invitation that people read. */
export interface ShownText {
  /** "SUMMARY", "LOCATION" …; "CN" for the name of a person. */
  readonly property: string;
  readonly text: string;
  /** Prose, not a name or a title. */
  readonly isLong: boolean;
}

const SHORT = ["SUMMARY", "LOCATION"];
const LONG = ["DESCRIPTION", "COMMENT"];

/** Every text that is shown of the copy that acts. */
export function shownTexts(invitation: Invitation | null): readonly ShownText[] {
  return (invitation?.acting.entries ?? []).flatMap((entry) => [
    ...SHORT.flatMap((name) => texts(entry.component, name, false)),
    ...LONG.flatMap((name) => texts(entry.component, name, true)),
    ...names(entry),
  ]);
}

function texts(component: Component, property: string, isLong: boolean): readonly ShownText[] {
  return propertiesNamed(component, property).map((found) => ({
    property,
    text: textValue(found),
    isLong,
  }));
}

function names({ organizer, attendees }: Entry): readonly ShownText[] {
  return [...(organizer === null ? [] : [organizer]), ...attendees]
    .map(({ name }) => name)
    .filter((name) => name !== null)
    .map((text) => ({ property: "CN", text, isLong: false }));
}

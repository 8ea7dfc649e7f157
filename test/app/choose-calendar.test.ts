import { describe, expect, it } from "vitest";

import { chooseCalendar, type Situation } from "../../src/app/choose-calendar.ts";
import { calendar } from "./memory-calendars.ts";

const ME = "me@example.org";

function chosen(situation: Partial<Situation>): string {
  const choice = chooseCalendar({
    calendars: [],
    found: [],
    identity: { id: "1", email: ME },
    chosen: null,
    settings: { calendars: {} },
    ...situation,
  });
  return choice.kind === "calendar" ? choice.calendar.id : choice.kind;
}

const any = (id: string): ReturnType<typeof calendar> => calendar(id, { email: null });
const readOnly = calendar("holidays", { isReadOnly: true });

const CASES: readonly (Partial<Situation> & { readonly name: string; readonly wanted: string })[] =
  [
    { name: "none at all", wanted: "none" },
    { name: "none that can be written to", calendars: [readOnly], wanted: "none" },
    { name: "the only one", calendars: [any("a"), readOnly], wanted: "a" },
    { name: "one of two", calendars: [any("a"), any("b")], wanted: "ask" },
    {
      name: "the one with the identity's address",
      calendars: [any("a"), calendar("b", { email: ME.toUpperCase() })],
      wanted: "b",
    },
    {
      name: "the one remembered",
      calendars: [any("a"), any("b")],
      settings: { calendars: { "1": "b", "2": "a" } },
      wanted: "b",
    },
    {
      name: "another than the one remembered, which is gone",
      calendars: [any("a"), any("b")],
      settings: { calendars: { "1": "c" } },
      wanted: "ask",
    },
    {
      name: "the one chosen now",
      calendars: [any("a"), any("b")],
      settings: { calendars: { "1": "b" } },
      chosen: "a",
      wanted: "a",
    },
    { name: "none, as chosen", calendars: [any("a"), any("b")], chosen: "none", wanted: "none" },
    {
      name: "the one that has it, whatever was chosen",
      calendars: [any("a"), any("b")],
      found: [{ calendarId: "b", text: "", isWaiting: false }],
      chosen: "a",
      wanted: "b",
    },
    {
      name: "of two that have it the one that can be written to",
      calendars: [readOnly, any("a")],
      found: [
        { calendarId: "holidays", text: "", isWaiting: false },
        { calendarId: "a", text: "", isWaiting: false },
      ],
      wanted: "a",
    },
  ];

describe("the calendar for an event", () => {
  it.each(CASES)("is $name", ({ wanted, ...situation }) => {
    expect(chosen(situation)).toBe(wanted);
  });
});

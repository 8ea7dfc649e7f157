import { entriesOf } from "../core/itip/calendar-entries.ts";
import type { Entry } from "../core/itip/invitation.ts";
import type { World } from "./ports.ts";

/** What the user's calendars hold of an event; nothing where they cannot be read. */
export async function knownInCalendars(
  uid: string,
  world: Pick<World, "calendars">,
): Promise<readonly Entry[]> {
  const calendars = await world.calendars();
  const found = (await calendars?.find(uid).catch(nothing)) ?? [];
  return found.flatMap(({ text }) => entriesOf(text, uid));
}

function nothing(error: unknown): readonly never[] {
  console.warn("Convene: the calendars cannot be read.", error);
  return [];
}

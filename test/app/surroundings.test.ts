import { describe, expect, it } from "vitest";

import { answerInvitation } from "../../src/app/answer-invitation.ts";
import type { SurroundingsView } from "../../src/app/card.ts";
import { readSurroundings } from "../../src/app/surroundings.ts";
import { cardOf, click } from "./clicking.ts";
import { calendar, worldWith, type MemoryCalendars } from "./memory-calendars.ts";

async function surroundings(stage: MemoryCalendars): Promise<SurroundingsView | null> {
  return readSurroundings((await cardOf(stage, {})).ref, stage.world);
}

describe("before an answer", () => {
  it("nothing is said where calendars cannot be reached", async () => {
    const stage = worldWith([]);
    const world = { ...stage.world, calendars: () => Promise.resolve(null) };
    expect(await readSurroundings((await cardOf(stage, {})).ref, world)).toBeNull();
  });

  it("it is told that there is no calendar", async () => {
    const stage = worldWith([calendar("home", { isDisabled: true })]);
    expect(await surroundings(stage)).toMatchObject({ calendar: null, hasCalendars: false });
  });

  it("the day is shown with what else takes time, but not the event itself", async () => {
    const stage = worldWith([calendar("home")]);
    const day = (await surroundings(stage))?.day;
    const event = day?.event ?? { start: 0, end: 0 };
    const other = { calendarId: "home", title: "Talk", isAllDay: false, status: "busy" } as const;
    stage.busy.push({ ...other, ...event, uid: "other" });
    const { uid } = (await cardOf(stage, {})).ref;
    stage.busy.push({ ...other, ...event, uid: uid ?? "" });
    const found = await surroundings(stage);
    expect(found?.conflicts).toMatchObject([{ relation: "overlaps", busy: { title: "Talk" } }]);
    expect(found?.day?.busy).toHaveLength(1);
    expect(found?.occurrences).toBe(1);
  });

  it("it is told where the event is already, and who sends the answer", async () => {
    const stage = worldWith([calendar("dav", { schedules: true })]);
    expect(await surroundings(stage)).toMatchObject({ isThere: false, serverTells: true });
    await answerInvitation(click(await cardOf(stage, {}), "accept"), stage.world);
    expect(await surroundings(stage)).toMatchObject({ calendar: "dav", isThere: true });
  });
});

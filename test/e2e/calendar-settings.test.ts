import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { answerAndClose, receiveInvitation } from "./answer.ts";
import { CalendarPort } from "./calendar-port.ts";
import { CALENDAR } from "./edition.ts";
import { chooseOption, inOptions } from "./in-options.ts";
import { Stage } from "./stage.ts";

describe("the calendars in the settings, in a real Thunderbird,", () => {
  let stage: Stage;
  let port: CalendarPort;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR);
    await stage.xvfb.focusWindow();
    port = new CalendarPort(stage);
    for (const name of ["Home", "Größe"]) {
      ids[name] = (await port.call("create", name)).id;
    }
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("are those that take events, in their colours", async () => {
    const taken = (await port.call("list")).filter(({ isDisabled }) => !isDisabled);
    const shown = await inOptions(stage, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".calendar-names li")].map((row) => ({
          name: row.innerText.trim(),
          hasColor: row.querySelector<HTMLElement>(".calendar-dot")?.style.backgroundColor !== "",
        })),
      ),
    );

    expect(shown).toEqual(taken.map(({ name }) => ({ name, hasColor: true })));
  });

  it("are chosen for an address, and an answer goes there without a question", async () => {
    await chooseOption(stage, "calendar-of-id1", ids["Größe"] ?? "");
    const event = await receiveInvitation(stage);
    await answerAndClose(stage, "accept");

    await waitUntil("the event is in the chosen calendar", async () => {
      const [found] = await port.call("find", event.uid);
      return found?.calendarId === ids["Größe"];
    });
  });

  it("keep a declined event, and lose it where that was chosen", async () => {
    const kept = await receiveInvitation(stage);
    await answerAndClose(stage, "decline");
    expect(await port.read(kept.uid)).toContain("PARTSTAT=DECLINED");

    await chooseOption(stage, "declined", "remove");
    const removed = await receiveInvitation(stage);
    await answerAndClose(stage, "accept");
    expect(await port.read(removed.uid)).not.toBeNull();
    await answerAndClose(stage, "decline");
    expect(await port.read(removed.uid)).toBeNull();
  });

  it("take nothing where that was chosen", async () => {
    await chooseOption(stage, "calendar-of-id1", "none");
    const event = await receiveInvitation(stage);
    await answerAndClose(stage, "accept");

    expect(await port.read(event.uid)).toBeNull();
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});

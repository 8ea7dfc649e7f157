import { describe, expect, it } from "vitest";

import { tryAnswer, tryMessage } from "../fuzz/try-message.ts";
import { heavyMessages } from "./heavy-messages.ts";

describe("messages made to be costly", () => {
  // No time is measured here (`npm run bench:heavy` prints it): each is read, or stopped with a word.
  it.each(heavyMessages)("A46 $name", async ({ bytes, limits }) => {
    const message = bytes();
    const { findings, invitations } = await tryMessage(message);
    await tryAnswer(message, 1);
    const passed = findings.filter(({ rule }) => rule === "size-within-limits");

    expect(passed.map(({ data }) => String(data["limit"])).sort()).toEqual(limits);
    expect(invitations[0]?.situation.standing.state).toBe("new");
  });
});

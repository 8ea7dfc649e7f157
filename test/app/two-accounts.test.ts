import { expect, it } from "vitest";

import { answerInvitation } from "../../src/app/answer-invitation.ts";
import type { StoredMessage } from "../../src/app/ports.ts";
import { bytesOf } from "../attacks/stage.ts";
import { memoryWorld } from "../attacks/world.ts";
import { click, firstCard } from "./clicking.ts";

it("the same invitation in two accounts is one event, answered once", async () => {
  const stage = memoryWorld();
  const bytes = bytesOf({});
  const first = stage.deliver(bytes);
  const second: StoredMessage = {
    ...stage.deliver(bytes),
    headerMessageId: first.headerMessageId,
    folder: { id: "2://INBOX", accountId: "2", specialUse: ["inbox"] },
  };
  const card = await firstCard(stage, first);
  expect((await firstCard(stage, second)).state).toBe("new");
  expect((await stage.world.memories.recall(card.ref.uid ?? "")).facts).toHaveLength(1);
  expect(await stage.world.index.all()).toHaveLength(1);

  await answerInvitation(click(card, "accept"), stage.world);
  const other = await firstCard(stage, second);
  expect(other.outcome?.state).toBe("sent");
  await answerInvitation(click(other, "accept"), stage.world);
  expect(stage.sent).toHaveLength(1);
});

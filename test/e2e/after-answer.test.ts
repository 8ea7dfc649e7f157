import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { answerAndClose, receiveInvitation } from "./answer.ts";
import { EDITIONS } from "./edition.ts";
import { switchOn } from "./in-options.ts";
import type { Invitation } from "./invitation.ts";
import { Stage } from "./stage.ts";

interface Kept {
  readonly isRead: boolean;
  readonly tags: readonly string[];
}

describe.each(EDITIONS)("the message that was answered, in the $name edition,", (edition) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(edition, {
      sendInBackground: true,
      preferences: {
        // Thunderbird itself marks nothing as read.
        "mailnews.mark_message_read.auto": false,
      },
    });
    await stage.xvfb.focusWindow();
  });

  afterAll(async () => {
    await stage.stop();
  });

  it(
    edition.name === "calendar"
      ? "is marked as read, and nothing else"
      : "stays as it is while nothing is allowed",
    async () => {
      const event = await receiveInvitation(stage);
      expect(await keptAs(event)).toEqual({ isRead: false, tags: [] });
      await answerAndClose(stage, "accept");
      const isMarked = edition.name === "calendar";

      await waitUntil("the message is as it should be", async () => {
        const kept = await keptAs(event);
        return kept?.isRead === isMarked && kept.tags.length === 0;
      });
    },
  );

  it("is marked and tagged where the user switches that on", async () => {
    await switchOn(stage, "tag");
    const event = await receiveInvitation(stage);
    await answerAndClose(stage, "accept");
    await waitUntil("it is read and tagged", async () =>
      isLike(await keptAs(event), { isRead: true, tags: ["convene-accepted"] }),
    );

    await answerAndClose(stage, "decline");
    await waitUntil("the tag is that of the changed answer", async () =>
      isLike(await keptAs(event), { isRead: true, tags: ["convene-declined"] }),
    );
    expect(
      await stage.thunderbird.run("return MailServices.tags.getTagForKey('convene-declined');"),
    ).toBe("Invitation declined");
  });

  it("goes to Trash where the user chose that", async () => {
    await switchOn(stage, "trash");
    const event = await receiveInvitation(stage);
    await answerAndClose(stage, "accept");
    await waitUntil("it is in Trash", async () =>
      (await stage.thunderbird.listMessages("Trash")).some(
        ({ messageId }) => messageId === event.messageId,
      ),
    );
    expect(await keptAs(event)).toBeNull();
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  async function keptAs({ messageId }: Invitation): Promise<Kept | null> {
    return (await stage.thunderbird.call("readMarks", "Inbox", messageId)) as Kept | null;
  }
});

function isLike(kept: Kept | null, wanted: Kept): boolean {
  return kept?.isRead === wanted.isRead && kept.tags.join() === wanted.tags.join();
}

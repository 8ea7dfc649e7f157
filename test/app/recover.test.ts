import { describe, expect, it } from "vitest";

import type { Intent, Letter } from "../../src/app/intent.ts";
import type { Whereabouts } from "../../src/app/ports.ts";
import { clearOutbox, recover, refreshOutcome } from "../../src/app/settle.ts";
import { memoryWorld } from "../attacks/world.ts";

const CARD = "card";

interface Cut {
  /** What was written down of the letter. */
  readonly letter: Letter["state"];
  readonly state: Intent["state"];
  readonly inOutbox: boolean;
  readonly inSent: boolean;
}

const MESSAGE_ID = "1@example.org";

/** What is found at the next start. */
async function findCut({ letter, state, inOutbox, inSent }: Cut): Promise<{
  readonly state: Intent["state"] | undefined;
  readonly isInOutbox: boolean;
}> {
  const { world } = memoryWorld();
  let isInOutbox = inOutbox;
  const where = (): Whereabouts => (inSent ? "sent" : isInOutbox ? "waiting" : "nowhere");
  const found = {
    ...world,
    sentMessages: {
      find: () => Promise.resolve(where()),
      waiting: () => Promise.resolve(isInOutbox ? [MESSAGE_ID] : []),
      withdraw() {
        const wasThere = isInOutbox;
        isInOutbox = false;
        return Promise.resolve(wasThere);
      },
    },
  };
  await found.intents.claim(intentWith(letter, state), () => "new");
  await recover(found);
  await clearOutbox(found);
  return { state: (await refreshOutcome(CARD, found))?.state, isInOutbox };
}

function intentWith(letter: Letter["state"], state: Intent["state"]): Intent {
  return {
    id: "1",
    card: CARD,
    about: null,
    message: { source: "1@example.com", messageId: 0 },
    action: "accept",
    comment: null,
    said: "",
    at: 0,
    due: null,
    state,
    since: 0,
    reason: null,
    decision: null,
    letters: [
      {
        headerMessageId: MESSAGE_ID,
        identityId: "1",
        to: "boss@example.org",
        bytes: new Uint8Array(),
        state: letter,
      },
    ],
    application: null,
    draft: null,
  };
}

describe("an answer whose sending was cut short", () => {
  it("never left where it was not yet handed over", async () => {
    const cut = { letter: "unsent", state: "pending", inOutbox: false, inSent: false } as const;
    expect(await findCut(cut)).toEqual({ state: "failed", isInOutbox: false });
  });

  it("left where Sent has it, and does not leave once more", async () => {
    const cut = { letter: "handed", state: "pending", inSent: true } as const;
    expect(await findCut({ ...cut, inOutbox: false })).toEqual({
      state: "sent",
      isInOutbox: false,
    });
    expect(await findCut({ ...cut, inOutbox: true })).toEqual({ state: "sent", isInOutbox: false });
  });

  it("is unknown where it lies in the Outbox, and does not leave from there by itself", async () => {
    const cut = { letter: "handed", state: "pending", inOutbox: true, inSent: false } as const;
    expect(await findCut(cut)).toEqual({ state: "unknown", isInOutbox: false });
  });

  it("is unknown where it lies nowhere", async () => {
    const cut = { letter: "handed", state: "pending", inOutbox: false, inSent: false } as const;
    expect(await findCut(cut)).toEqual({ state: "unknown", isInOutbox: false });
  });

  it("stays unknown and is taken out once more where Thunderbird has put it back", async () => {
    const cut = { letter: "handed", state: "unknown", inOutbox: true, inSent: false } as const;
    expect(await findCut(cut)).toEqual({ state: "unknown", isInOutbox: false });
  });

  it("does not leave once more where it was known to have left", async () => {
    const cut = { letter: "gone", state: "sent", inOutbox: true, inSent: true } as const;
    expect(await findCut(cut)).toEqual({ state: "sent", isInOutbox: false });
  });

  it("still waits where it was known to wait", async () => {
    const cut = { letter: "waiting", state: "queued", inOutbox: true } as const;
    expect(await findCut({ ...cut, inSent: false })).toEqual({ state: "queued", isInOutbox: true });
    expect(await findCut({ ...cut, inSent: true })).toEqual({ state: "sent", isInOutbox: false });
  });
});

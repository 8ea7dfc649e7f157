import { readHistory } from "../../src/app/answer-history.ts";
import { answerInvitation, readOutcome, resend } from "../../src/app/answer-invitation.ts";
import { moreOccurrences, previewAnswer } from "../../src/app/preview-answer.ts";
import { showMessage } from "../../src/app/show-message.ts";
import type { StoredMessage, World } from "../../src/app/ports.ts";
import type { Reader } from "../../src/core/words/translate.ts";
import type { Handlers } from "../../src/messaging/server.ts";
import { memoryWorld } from "../attacks/world.ts";
import { NOW, readSample, samples, USER, type Sample } from "../fixtures/samples.ts";

/** The requests of the pages that show a card. */
export type CardHandlers = Pick<
  Handlers,
  | "inspectDisplayed"
  | "inspectAgain"
  | "answer"
  | "preview"
  | "occurrences"
  | "outcome"
  | "history"
  | "resend"
>;

export interface Background {
  readonly world: World;
  readonly handlers: CardHandlers;
}

/**
 * The use cases, with a sample displayed and those before it known. `content` is the sample that an
 * encrypted one holds; null where it cannot be opened.
 */
export async function backgroundFor(
  name: string,
  reader: Reader,
  content: string | null = null,
): Promise<Background> {
  const { world: memory, deliver } = memoryWorld();
  const identity = { id: "id1", email: USER.address, name: USER.name, accountId: "1" };
  const world: World = {
    ...memory,
    mailbox: {
      ...memory.mailbox,
      readDecrypted: () => Promise.resolve(content === null ? null : readSample(content)),
    },
    identities: { list: () => Promise.resolve([identity]) },
    clock: { now: () => NOW, offsetMinutes: () => 60 },
    reader: () => reader,
    readerIn: () => Promise.resolve(reader),
  };
  for (const earlier of sampleNamed(name).after ?? []) {
    await showMessage(deliver(readSample(earlier)), world);
  }
  const displayed: StoredMessage = deliver(readSample(name));
  return {
    world: { ...world, mailbox: { ...world.mailbox, read: () => Promise.resolve(displayed) } },
    handlers: {
      inspectDisplayed: () => showMessage(displayed, world),
      inspectAgain: () => showMessage(displayed, world),
      answer: (_, request) => answerInvitation(request, world),
      preview: (_, request) => previewAnswer(request, world),
      occurrences: (_, card, after) => moreOccurrences(card, after, world),
      outcome: (_, card) => readOutcome(card, world),
      history: (_, card) => readHistory(card, world),
      resend: (_, card) => resend(card, world),
    },
  };
}

function sampleNamed(name: string): Sample {
  const sample = samples.find((candidate) => candidate.name === name);
  if (sample === undefined) {
    throw new Error(`there is no sample ${name}`);
  }
  return sample;
}

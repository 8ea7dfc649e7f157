import { readFileSync } from "node:fs";

import { composeAnswer } from "../../src/core/answer/compose-answer.ts";
import { inspect } from "../../src/core/inspect.ts";
import type { Inspection } from "../../src/core/inspection.ts";
import { recordOf } from "../../src/core/record.ts";
import { translateFrom, type Message } from "../../src/core/words/messages.ts";
import type { Reader } from "../../src/core/words/translate.ts";
import { NOW, USER } from "../fixtures/samples.ts";

const messages = JSON.parse(readFileSync("_locales/en/messages.json", "utf8")) as Record<
  string,
  Message
>;

const reader: Reader = {
  translate: translateFrom(messages),
  locale: "en",
  zone: "Europe/Berlin",
  now: NOW,
};

/** What `check` does with a message: reads it and prints what it found. */
export async function tryMessage(bytes: Uint8Array): Promise<Inspection> {
  const inspection = await inspect(bytes, {
    now: NOW,
    addresses: { identities: [USER.address], aliases: [] },
    authserv: "mx.example.org",
    folder: "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    recall: () => Promise.resolve({ memory: { facts: [], decisions: [] }, calendar: [] }),
  });
  JSON.stringify(recordOf(inspection, "fuzz", reader));
  return inspection;
}

/** Writes the answer to everything in a message that can be answered, or to so many. */
export async function tryAnswer(bytes: Uint8Array, most = Infinity): Promise<void> {
  const inspection = await tryMessage(bytes);
  for (const inspected of inspection.invitations.slice(0, most)) {
    if (inspected.actions.includes("accept")) {
      composeAnswer(
        {
          inspection,
          inspected,
          answer: { kind: "reply", partstat: "ACCEPTED" },
          answerer: USER,
          wording: { comment: "ok", occurrence: null },
          subject: null,
          now: NOW,
          offsetMinutes: 0,
          messageId: "fuzz@example.org",
          fields: [],
          attachCopy: false,
        },
        reader,
      );
    }
  }
}

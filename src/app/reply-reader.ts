import { answerLanguages } from "../core/answer/answer-languages.ts";
import type { InspectedInvitation } from "../core/inspection.ts";
import type { Reader } from "../core/words/translate.ts";
import type { Settings, World } from "./ports.ts";

/** In whose language an answer is worded. */
export async function readerFor(
  { invitation, situation }: InspectedInvitation,
  { replyLanguage }: Settings,
  world: World,
): Promise<Reader> {
  return replyLanguage === "invitation"
    ? world.readerIn(answerLanguages(invitation, situation.me))
    : world.reader();
}

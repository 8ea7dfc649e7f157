import type { Intent } from "../app/intent.ts";
import type { Intents } from "../app/ports.ts";

/** The same clicks, of whose fate somebody hears. */
export function toldIntents(intents: Intents, tell: (intent: Intent) => void): Intents {
  return {
    ...intents,
    async update(intent) {
      await intents.update(intent);
      tell(intent);
    },
    async exchange(id, change) {
      const kept = await intents.exchange(id, change);
      if (kept !== null) {
        tell(kept);
      }
      return kept;
    },
  };
}

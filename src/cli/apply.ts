import { inspect } from "../core/inspect.ts";
import type { InspectedInvitation } from "../core/inspection.ts";
import type { Memory } from "../core/itip/fact.ts";
import { recallFrom, withFact } from "../core/itip/ledger.ts";
import { timeKey } from "../core/itip/time-key.ts";
import { eachFile } from "./each-file.ts";
import { UsageError, type Options } from "./options.ts";
import { circumstancesOf, readLedger, writeLedger } from "./world.ts";

/** `convene apply`: 1 when a file could not be opened; the rest is applied all the same. */
export async function apply(options: Options): Promise<number> {
  if (options.files.length === 0 || options.ledger === null) {
    throw new UsageError("apply: FILE… and --ledger are needed");
  }
  const ledger = new Map<string, Memory>(readLedger(options.ledger));
  const circumstances = circumstancesOf(options, ledger);
  const exitCode = await eachFile(options, async (file, bytes) => {
    const { invitations } = await inspect(bytes, circumstances);
    remember(ledger, invitations);
    const lines = recordsOf(file, invitations).map((record) => JSON.stringify(record));
    return { lines, isBad: false };
  });
  writeLedger(options.ledger, ledger);
  return exitCode;
}

function remember(ledger: Map<string, Memory>, invitations: readonly InspectedInvitation[]): void {
  for (const { fact } of invitations) {
    if (fact !== null) {
      ledger.set(fact.uid, withFact(recallFrom(ledger, fact.uid), fact));
    }
  }
}

function recordsOf(file: string, invitations: readonly InspectedInvitation[]): readonly object[] {
  if (invitations.length === 0) {
    return [{ file, uid: null, recurrenceId: null, state: null, applied: false }];
  }
  return invitations.map(({ invitation, situation, applied }) => ({
    file,
    uid: invitation.uid,
    recurrenceId: timeKey(invitation.main?.recurrenceId ?? null) || null,
    state: situation.standing.state,
    applied,
  }));
}

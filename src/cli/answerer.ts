import type { Answerer } from "../core/answer/answer.ts";
import { isAddrSpec } from "../core/mail/address.ts";
import { readMailboxes } from "../core/mail/read-mailboxes.ts";
import { UsageError, type Options } from "./options.ts";

/** `--from`, else the one of `--me` that is meant, else the first; null without any. */
export function answererFrom(
  { from, me }: Options,
  isMeant: (address: string) => boolean,
): Answerer | null {
  if (from !== null) {
    const [mailbox] = readMailboxes(from);
    if (mailbox === undefined || !isAddrSpec(mailbox.address)) {
      throw new UsageError(`--from: "${from}" is no mailbox`);
    }
    return mailbox;
  }
  const address = me.find(isMeant) ?? me[0];
  return address === undefined ? null : { name: "", address };
}

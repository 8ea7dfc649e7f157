import type { Answerer } from "../core/answer/answer.ts";
import { readCalendarObject } from "../core/calendar/read-calendar-object.ts";
import { fingerprint } from "../core/itip/fingerprint.ts";
import type { Invitation } from "../core/itip/invitation.ts";
import { readInvitations } from "../core/itip/read-invitations.ts";
import { isAddrSpec, sameAddress, splitAddress } from "../core/mail/address.ts";
import { bareCalendarPart } from "../core/mail/calendar-parts.ts";
import { inviteMessage } from "../core/organize/invite-message.ts";
import { recipientsOf } from "../core/organize/invite-object.ts";
import type { InviteOrder, Purpose } from "../core/organize/order.ts";
import { answererFrom } from "./answerer.ts";
import { open } from "./open.ts";
import { UsageError, type Options } from "./options.ts";
import { refuse } from "./refuse.ts";
import { readerOf } from "./world.ts";

/** `convene invite`: the organizer's outgoing message; 1 when there is nothing or nobody to write. */
export function invite(options: Options): Promise<number> {
  const [file, ...others] = options.files;
  const purpose = purposeOf(options);
  if (file === undefined || others.length > 0) {
    throw new UsageError("invite: one EVENT.ics is needed");
  }
  const bytes = open(file);
  if (typeof bytes === "string") {
    return Promise.resolve(refuse(bytes));
  }
  const [event] = readInvitations([readCalendarObject(bareCalendarPart(bytes))]);
  const isEvent = event !== undefined && event.main !== null;
  return Promise.resolve(isEvent ? print(event, purpose, options) : refuse(`${file} has no event`));
}

/** Others may be invited with an update; a CANCEL is for all (contract: "Command line"). */
function purposeOf({ update, cancel, to }: Options): Purpose {
  const given = [update, cancel, to.length > 0 && !update].filter(Boolean);
  if (given.length !== 1) {
    throw new UsageError("invite: one of --to, --update and --cancel is needed");
  }
  const wrong = to.find((address) => !isAddrSpec(address));
  if (wrong !== undefined) {
    throw new UsageError(`--to: "${wrong}" is no address`);
  }
  return update ? "update" : cancel ? "cancel" : "invite";
}

function print(event: Invitation, purpose: Purpose, options: Options): number {
  const order = orderOf(event, purpose, options);
  if (recipientsOf(event, order).length === 0) {
    return refuse("there is nobody to write to");
  }
  const message = inviteMessage(event, order, readerOf(options));
  if (message.kind === "refused") {
    return refuse(`${message.field} cannot be written: ${message.value}`);
  }
  process.stdout.write(message.bytes);
  return 0;
}

function orderOf(
  event: Invitation,
  purpose: Purpose,
  options: Options,
): InviteOrder & { readonly messageId: string } {
  const now = options.now ?? Date.now();
  const organizer = organizerOf(event, options);
  const domain = splitAddress(organizer.address)?.domain ?? "localhost";
  const name = fingerprint(JSON.stringify([event.uid, purpose, options.to, now]));
  return {
    purpose,
    organizer,
    to: options.to,
    uid: `${fingerprint(name)}@${domain}`,
    now,
    messageId: `${name}@${domain}`,
  };
}

/** The user, under the event's own ORGANIZER where that is one of his addresses. */
function organizerOf({ main }: Invitation, options: Options): Answerer {
  const named = main?.organizer ?? null;
  const address = named?.address ?? null;
  const own = answererFrom(options, (mine) => sameAddress(mine, address));
  if (own !== null) {
    return own;
  }
  if (address === null) {
    throw new UsageError("invite: the event names no ORGANIZER; --me or --from is needed");
  }
  return { name: named?.name ?? "", address };
}

import { twin } from "#edition";
import { foldOldEvents } from "../app/retention.ts";
import { archive } from "../ledger/record.ts";
import { forgetViews } from "../messaging/found-views.ts";
import { registerBanner, unregisterBanner } from "../thunderbird/banner.ts";
import { invitationsSpace } from "../thunderbird/invitations-space.ts";
import { background, scanner } from "./worlds.ts";

/** Null: not yet asked in this life of the event page. */
let wasResting: boolean | null = null;

/** Whether the other edition does the work, asked anew: it can come and go at any time. */
export async function isResting(): Promise<boolean> {
  const isAtWork = await twin.isAtWork();
  if (isAtWork !== wasResting) {
    wasResting = isAtWork;
    await (isAtWork ? layDown() : takeUp());
  }
  return isAtWork;
}

async function takeUp(): Promise<void> {
  void scanner.wake();
  void foldOldEvents({ ...background, archive });
  await Promise.all([invitationsSpace.add(), registerBanner()]);
}

async function layDown(): Promise<void> {
  forgetViews();
  await Promise.all([invitationsSpace.remove(), unregisterBanner()]);
}

import { invitationMail, makeInvitation, type Invitation } from "./invitation.ts";
import type { Stage } from "./stage.ts";

/** A new invitation, shown and looked at. */
export async function receiveInvitation(stage: Stage): Promise<Invitation> {
  const event = makeInvitation();
  await stage.receive(invitationMail(event));
  await stage.waitForAction(({ badge }) => badge === "✓");
  return event;
}

export interface Answering {
  readonly action: string;
  readonly comment?: string;
}

/** Presses an answer in the popup of the message that is shown; the popup stays open. */
export async function pressAnswer(
  stage: Stage,
  { action, comment }: Answering,
): Promise<ReturnType<Stage["openPopup"]>> {
  const popup = await stage.openPopup();
  if (comment !== undefined) {
    await popup.fill('[data-field="comment"]', comment);
  }
  await popup.click(`button[data-action="${action}"]`);
  return popup;
}

/** Answers the message that is shown, and resolves when the answer has left. */
export async function answerAndClose(stage: Stage, action: string): Promise<void> {
  const popup = await pressAnswer(stage, { action });
  await stage.waitForOutcome(popup, "sent");
  await stage.closePopup();
}

/** Asks for the composer in the popup, and resolves when it can be written into. */
export async function openComposer(stage: Stage, action: string): Promise<void> {
  const popup = await stage.openPopup();
  await popup.click('button[data-action="edit"]');
  await popup.click(`button[data-action="${action}"]`);
  await stage.thunderbird.waitForComposer();
  await stage.closePopup();
}

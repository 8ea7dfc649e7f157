import type { Stage } from "./stage.ts";

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

/** Asks for the composer in the popup, and resolves when it can be written into. */
export async function openComposer(stage: Stage, action: string): Promise<void> {
  const popup = await stage.openPopup();
  await popup.click('button[data-action="edit"]');
  await popup.click(`button[data-action="${action}"]`);
  await stage.thunderbird.waitForComposer();
  await stage.closePopup();
}

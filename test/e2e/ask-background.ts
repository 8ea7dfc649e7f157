import type { RequestName } from "../../src/messaging/protocol.ts";
import type { Stage } from "./stage.ts";

/** A page of the add-on that asks for nothing itself. */
const QUIET_PAGE = "ui/notice/notice.html";

/** What the background answers to a request of the add-on's pages. */
export async function askBackground<Value>(stage: Stage, request: RequestName): Promise<Value> {
  const page = await stage.thunderbird.openTab(stage.edition.id, QUIET_PAGE);
  const text = await page.evaluate(async (name) => {
    const { messenger } = globalThis as unknown as {
      messenger: { runtime: { sendMessage: (message: object) => Promise<unknown> } };
    };
    const response = await messenger.runtime.sendMessage({ request: name, arguments: [] });
    return JSON.stringify(response);
  }, request);
  const response = JSON.parse(text) as { ok: boolean; value: Value; message?: string };
  if (!response.ok) {
    throw new Error(response.message);
  }
  return response.value;
}

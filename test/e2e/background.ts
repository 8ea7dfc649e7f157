import type { Page } from "../harness/page.ts";

/** Asks the background as a page of the add-on does. */
export async function ask(page: Page, request: string, ...parameters: unknown[]): Promise<unknown> {
  return page.evaluate(
    async (name, values) => {
      const { messenger } = globalThis as unknown as { messenger: Messenger };
      const answer = await messenger.runtime.sendMessage({ request: name, arguments: values });
      if (!answer.ok) {
        throw new Error(answer.message);
      }
      return answer.value;
    },
    request,
    parameters,
  );
}

interface Messenger {
  readonly runtime: {
    sendMessage(
      message: object,
    ): Promise<{ readonly ok: boolean; readonly value: unknown; readonly message: string }>;
  };
}

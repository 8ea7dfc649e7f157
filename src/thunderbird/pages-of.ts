import { messenger } from "./messenger.ts";

/** A long list comes in pages. */
export async function* pagesOf(
  list: messenger.messages.MessageList,
): AsyncGenerator<readonly messenger.messages.MessageHeader[]> {
  let page = list;
  yield page.messages;
  while (page.id) {
    page = await messenger.messages.continueList(page.id);
    yield page.messages;
  }
}

/** All of it at once: for lists of what just happened. */
export async function allOf(
  list: messenger.messages.MessageList,
): Promise<readonly messenger.messages.MessageHeader[]> {
  const all: messenger.messages.MessageHeader[] = [];
  for await (const page of pagesOf(list)) {
    all.push(...page);
  }
  return all;
}

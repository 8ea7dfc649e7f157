import browser, { type Runtime } from "webextension-polyfill";
import type { Protocol, RequestName, Response } from "./protocol.ts";

/** Where a request came from: a content script's tab is set by Thunderbird and cannot be forged. */
export interface Sender {
  readonly tabId: number | null;
  readonly windowId: number | null;
}

/** What the background answers with: the protocol's functions, asynchronous, `sender` first. */
export type Handlers = {
  readonly [Name in RequestName]: (
    sender: Sender,
    ...args: Parameters<Protocol[Name]>
  ) => Promise<ReturnType<Protocol[Name]>>;
};

type Origin = Runtime.MessageSender;

type AnyHandler = (sender: Sender, ...args: unknown[]) => Promise<unknown>;

/** Requests that a script inside a stranger's document may make; all else is for our own pages. */
const FROM_MESSAGES: readonly string[] = ["banner", "openCard"];

/** Whatever is done for a request is done inside of this. */
export type Around = <Value>(act: () => Promise<Value>) => Promise<Value>;

/** Answers the pages' requests; call it at the top level, the event page is woken by it. */
export function serve(handlers: Handlers, around: Around = (act) => act()): void {
  const pages = browser.runtime.getURL("");
  browser.runtime.onMessage.addListener((message: unknown, { id, url, tab }: Origin) => {
    const handler = findHandler(message, handlers);
    const isOurs = id === browser.runtime.id;
    const isPage = url?.startsWith(pages) === true;
    if (handler === null || !isOurs || !(isPage || FROM_MESSAGES.includes(handler.name))) {
      return Promise.resolve<Response>({ ok: false, message: "No such request." });
    }
    const sender = { tabId: tab?.id ?? null, windowId: tab?.windowId ?? null };
    return respond(() => around(() => handler.run(sender, ...handler.args)));
  });
}

function findHandler(
  message: unknown,
  handlers: Handlers,
): { name: string; run: AnyHandler; args: readonly unknown[] } | null {
  if (typeof message !== "object" || message === null || !("request" in message)) {
    return null;
  }
  const { request: name } = message;
  if (typeof name !== "string" || !Object.hasOwn(handlers, name)) {
    return null;
  }
  const args = "arguments" in message && Array.isArray(message.arguments) ? message.arguments : [];
  return { name, run: handlers[name as RequestName] as AnyHandler, args };
}

async function respond(run: () => Promise<unknown>): Promise<Response> {
  try {
    return { ok: true, value: (await run()) as never };
  } catch (error) {
    console.error(error);
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

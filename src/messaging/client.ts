import browser from "webextension-polyfill";
import type { Protocol, Request, RequestName, Response } from "./protocol.ts";

/** Asks the background; rejects with its words when it fails. */
export async function request<Name extends RequestName>(
  name: Name,
  ...args: Parameters<Protocol[Name]>
): Promise<ReturnType<Protocol[Name]>> {
  const message: Request<Name> = { request: name, arguments: args };
  const response: Response<Name> = await browser.runtime.sendMessage(message);
  if (!response.ok) {
    throw new Error(response.message);
  }
  return response.value;
}

import browser, { type Permissions } from "webextension-polyfill";
import type { Permission } from "../../app/permissions.ts";

/** Thunderbird's own question; it is only asked during a click. */
export function askPermission(permissions: readonly Permission[]): Promise<boolean> {
  // The types know the permissions of browsers only.
  return browser.permissions.request({ permissions } as unknown as Permissions.Permissions);
}

import type { Granted } from "./ports.ts";
import type { SwitchName } from "./switches.ts";

/** What Thunderbird asks the user about when a setting that needs it is switched on. */
export type Permission = "messagesTags" | "messagesUpdate" | "notifications";

/** Settings that do nothing without a permission. */
const NEEDED: Partial<Record<SwitchName, readonly Permission[]>> = {
  markRead: ["messagesUpdate"],
  tagAnswered: ["messagesTags", "messagesUpdate"],
  notifyCancelled: ["notifications"],
  notifyChanged: ["notifications"],
  notifyNotLeft: ["notifications"],
};

/** What a setting lacks. */
export function missingFor(setting: SwitchName, granted: Granted): readonly Permission[] {
  return (NEEDED[setting] ?? []).filter((permission) => !granted.has(permission));
}

/** By setting, what it lacks; those that lack nothing are left out. */
export type MissingPermissions = Partial<Record<SwitchName, readonly Permission[]>>;

export function missingPermissions(granted: Granted): MissingPermissions {
  const all = (Object.keys(NEEDED) as SwitchName[]).map(
    (setting) => [setting, missingFor(setting, granted)] as const,
  );
  return Object.fromEntries(all.filter(([, missing]) => missing.length > 0));
}

import type { CalDavCalendar } from "../harness/caldav-calendar.ts";
import { waitUntil } from "../harness/wait-until.ts";
import type { Stage } from "./stage.ts";

interface Subscription {
  readonly name: string;
  /** What Thunderbird is to believe the server's port is. */
  readonly port: number;
  /** Thunderbird keeps a copy of what the server has ("Offline Support"), as it does by default. */
  readonly hasCopy?: boolean;
}

/** Lets the user subscribe to a calendar of a server; resolves to its id when Thunderbird has read it. */
export async function subscribe(
  { thunderbird }: Stage,
  calendar: CalDavCalendar,
  { name, port, hasCopy = true }: Subscription,
): Promise<string> {
  const { user, password, realms } = calendar.access;
  const url = new URL(calendar.access.url);
  url.port = String(port);
  for (const realm of realms) {
    await thunderbird.call("savePassword", { origin: url.origin, realm, user, password });
  }
  const id = await thunderbird.call("addCalDavCalendar", { name, url: url.href, user, hasCopy });
  await waitUntil(`${name} is read`, () => thunderbird.call("isSynchronized", id));
  return id as string;
}

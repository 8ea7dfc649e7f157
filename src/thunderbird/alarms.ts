import browser from "webextension-polyfill";
import type { Alarms } from "../app/ports.ts";

export const alarms: Alarms = {
  async set(id, at) {
    await browser.alarms.create(id, { when: at });
  },

  async clear(id) {
    await browser.alarms.clear(id);
  },
};

/** To be called when the event page starts: an alarm starts it. */
export function onAlarm(ring: (id: string) => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    void ring(name);
  });
}

import { messenger } from "./messenger.ts";

/** A message beside all windows; nothing is there before the user allows it. */
export const notifications = {
  /** `opens` is the Message-ID of what a click opens. */
  async show({ title, text, opens }: Shown): Promise<void> {
    const id = JSON.stringify({ opens, at: Date.now() });
    await messenger.notifications.create(id, {
      type: "basic",
      iconUrl: messenger.runtime.getURL("icons/logo.svg"),
      title,
      message: text,
    });
  },

  /** Call it at the top level. */
  onClick(open: (headerMessageId: string) => Promise<unknown>): void {
    const listen = (): void => {
      // Undefined before the user allows it, although the types do not know that.
      const { notifications: allowed } = messenger as Partial<typeof messenger>;
      if (allowed !== undefined && !allowed.onClicked.hasListener(take)) {
        allowed.onClicked.addListener(take);
      }
    };
    const take = (id: string): void => {
      const { opens } = JSON.parse(id) as { readonly opens: string };
      void open(opens);
      void messenger.notifications.clear(id);
    };
    listen();
    messenger.permissions.onAdded.addListener(listen);
  },
};

export interface Shown {
  readonly title: string;
  readonly text: string;
  readonly opens: string;
}

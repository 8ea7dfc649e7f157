import { messenger } from "./messenger.ts";

const NAME = "invitations";
const PAGE = "ui/invitations/invitations.html";

/** One drawing for both: it takes its colour from where it stands. */
const ICON = "icons/convene.svg";

/** The button in Thunderbird's spaces bar that opens the page of all invitations. */
export const invitationsSpace = {
  /** The bar forgets with every start of Thunderbird, but not with every start of the event page. */
  async add(): Promise<void> {
    if ((await own()) === null) {
      await messenger.spaces.create(NAME, messenger.runtime.getURL(PAGE), {
        title: messenger.i18n.getMessage("invitations_title"),
        defaultIcons: ICON,
        // "dark" stands in dark themes too where the desktop is light: its grey is seen on both.
        themeIcons: [
          { size: 16, light: "icons/space-light.svg", dark: "icons/space-dark.svg" },
          { size: 32, light: "icons/space-light.svg", dark: "icons/space-dark.svg" },
        ],
      });
    }
  },

  async remove(): Promise<void> {
    const space = await own();
    if (space !== null) {
      await messenger.spaces.remove(space.id);
    }
  },

  async open(): Promise<void> {
    const space = await own();
    await (space === null ? messenger.tabs.create({ url: PAGE }) : messenger.spaces.open(space.id));
  },
};

async function own(): Promise<messenger.spaces.Space | null> {
  const [space] = await messenger.spaces.query({ name: NAME, isSelfOwned: true });
  return space ?? null;
}

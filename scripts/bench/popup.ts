import { CALENDAR, STORE } from "../../test/e2e/edition.ts";
import { invitationMail, makeInvitation } from "../../test/e2e/invitation.ts";
import { Stage } from "../../test/e2e/stage.ts";

/*
 * `npm run bench:popup`: from the click on the button in the message header to the card on the
 * screen, beside what Thunderbird's own invitation bar takes from the click on a message to its
 * buttons, both in one run on one machine.
 */

/** Odd, so that the median is one of them. */
const MESSAGES = 21;

/** The first ones warm up what both need: code, fonts, the process of the add-on. */
const WARM_UP = 3;

/** Selects a message; milliseconds until the bar stands there. */
const TIME_BAR = `
  const [messageId] = arguments;
  const header = headersIn("Inbox").find((candidate) => candidate.messageId === messageId);
  const pane = about3Pane();
  const start = performance.now();
  pane.threadTree.selectedIndex = pane.gDBView.findIndexOfMsgHdr(header, true);
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const isShown = aboutMessage()?.gMessage?.messageId === messageId && aboutMessage().msgLoaded;
    if (isShown && readInvitationBar() !== null) {
      return performance.now() - start;
    }
    if (performance.now() - start > 20000) {
      throw new Error("The bar does not appear.");
    }
  }
`;

/** Presses the button; when that was and when the panel was open, in milliseconds since 1970. */
const TIME_PANEL = `
  const [addonId] = arguments;
  const shown = new Promise((resolve) => {
    window.addEventListener("popupshown", function listen({ target }) {
      if (target.querySelector?.("browser.webextension-popup-browser")) {
        window.removeEventListener("popupshown", listen, true);
        resolve(performance.timeOrigin + performance.now());
      }
    }, true);
  });
  const start = performance.timeOrigin + performance.now();
  pressAction(addonId);
  return { start, shown: await shown };
`;

interface Opening {
  readonly start: number;
  readonly shown: number;
}

interface Times {
  readonly bar: number;
  /** The panel is open. */
  readonly panel: number;
  /** The card is painted in it. */
  readonly card: number;
}

async function timeMessage(stage: Stage, messageId: string): Promise<Times> {
  const { thunderbird, edition } = stage;
  const bar = (await thunderbird.run(TIME_BAR, messageId)) as number;
  await stage.waitForAction(({ badge }) => badge === "✓");
  const { start, shown } = (await thunderbird.run(TIME_PANEL, edition.id)) as Opening;
  const popup = await thunderbird.waitForPopup(edition.id);
  await popup.waitFor("main:not([aria-busy])");
  const painted = await popup.evaluate(
    async () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const [mark] = performance.getEntriesByName("card-painted");
          if (mark === undefined) {
            setTimeout(look, 5);
          } else {
            resolve(performance.timeOrigin + mark.startTime);
          }
        };
        look();
      }),
  );
  await stage.closePopup();
  return { bar, panel: shown - start, card: Math.max(shown, painted) - start };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function measure(edition: typeof STORE): Promise<void> {
  const stage = await Stage.start(edition);
  try {
    const invitations = Array.from({ length: MESSAGES + WARM_UP + 1 }, () => makeInvitation());
    await stage.receive(...invitations.map(invitationMail));
    const times: Times[] = [];
    for (const { messageId } of invitations.slice(0, -1)) {
      times.push(await timeMessage(stage, messageId));
    }
    const counted = times.slice(WARM_UP);
    const [bar = NaN, panel = NaN, card = NaN] = (["bar", "panel", "card"] as const).map((name) =>
      median(counted.map((time) => time[name])),
    );
    console.log(
      `${edition.name}: click to card ${card.toFixed(0)} ms (panel open after ${panel.toFixed(0)} ms), ` +
        `Thunderbird's own bar ${bar.toFixed(0)} ms, ratio ${(card / bar).toFixed(2)} ` +
        `(medians of ${counted.length})`,
    );
  } finally {
    await stage.stop();
  }
}

for (const edition of [STORE, CALENDAR]) {
  await measure(edition);
}

import { CALENDAR, STORE } from "../../test/e2e/edition.ts";
import { invitationMail, makeInvitation } from "../../test/e2e/invitation.ts";
import { Stage } from "../../test/e2e/stage.ts";
import { median } from "./median.ts";
import { BLANK_ID, makeBlankAddon } from "./blank-addon.ts";

/*
 * `npm run bench:popup`: from the press on the button in the message header to the card on the
 * screen, step by step, beside an empty popup and Thunderbird's own invitation bar, all in one run
 * on one machine (docs/benchmarks.md).
 */

/** Odd, so that the median is one of them. */
const MESSAGES = 21;

/** The first ones warm up what all need: code, fonts, the process of the add-on. */
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

/**
 * Presses the button; when that was, when the panel was open, and from when on it had the size
 * that it kept, in milliseconds since 1970.
 */
const TIME_PANEL = `
  const [addonId] = arguments;
  const now = () => performance.timeOrigin + performance.now();
  const sizes = [];
  window.addEventListener("WebExtPopupResized", ({ target }) => {
    const { width, height } = target.style;
    if (sizes.at(-1)?.size !== width + height) {
      sizes.push({ at: now(), size: width + height });
    }
  }, { capture: true, signal: AbortSignal.timeout(2000) });
  const shown = new Promise((resolve) => {
    window.addEventListener("popupshown", function listen({ target }) {
      if (target.querySelector?.("browser.webextension-popup-browser")) {
        window.removeEventListener("popupshown", listen, true);
        resolve(now());
      }
    }, true);
  });
  const start = now();
  pressAction(addonId);
  const opened = await shown;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return { start, shown: opened, sized: sizes.at(-1)?.at ?? opened, sizes: sizes.length };
`;

interface Opening {
  readonly start: number;
  readonly shown: number;
  readonly sized: number;
  readonly sizes: number;
}

/** What the popup's document says of itself, in milliseconds since 1970. */
interface Document {
  readonly begun: number;
  readonly painted: number;
  /** Null where it never says so. */
  readonly usable: number | null;
}

function readDocument(): Document {
  const at = (name: string): number =>
    performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? NaN);
  return { begun: performance.timeOrigin, painted: at("card-painted"), usable: at("card-usable") };
}

/** One opening, in milliseconds since the press. */
interface Steps {
  /** The popup's document has begun. */
  readonly document: number;
  /** The panel is open. */
  readonly panel: number;
  /** What is in it is painted, in an open panel. */
  readonly card: number;
  /** The panel has the size of what is in it. */
  readonly sized: number;
  /** What was found has been confirmed. */
  readonly usable: number;
}

async function timePopup({ thunderbird }: Stage, addonId: string): Promise<Steps> {
  const { start, shown, sized } = (await thunderbird.run(TIME_PANEL, addonId)) as Opening;
  const popup = await thunderbird.waitForPopup(addonId);
  const { begun, painted, usable } = await popup.evaluate(readDocument);
  await thunderbird.closePopup();
  return {
    document: begun - start,
    panel: shown - start,
    card: Math.max(shown, painted) - start,
    sized: Math.max(shown, sized) - start,
    usable: usable === null ? NaN : usable - start,
  };
}

interface Times {
  readonly bar: number;
  readonly blank: Steps;
  readonly popup: Steps;
  /** The same once the event page has been ended. */
  readonly asleep: Steps;
}

const SLEEP = `
  const [addonId] = arguments;
  await extensionOf(addonId).terminateBackground({ ignoreDevToolsAttached: true });
  while (hasBackground(addonId)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
`;

async function timeMessage(stage: Stage, messageId: string): Promise<Times> {
  const { thunderbird, edition } = stage;
  const bar = (await thunderbird.run(TIME_BAR, messageId)) as number;
  await stage.waitForAction(({ badge }) => badge === "✓");
  const blank = await timePopup(stage, BLANK_ID);
  const popup = await timePopup(stage, edition.id);
  await thunderbird.run(SLEEP, edition.id);
  const asleep = await timePopup(stage, edition.id);
  return { bar, blank, popup, asleep };
}

function print(name: string, steps: readonly Steps[], bar: number): void {
  const of = (step: keyof Steps): number => median(steps.map((one) => one[step]));
  const inside = median(steps.map(({ card, document }) => card - document));
  const figures = [of("document"), of("panel"), of("card"), of("sized"), of("usable"), inside];
  const columns = figures.map((figure) => (isNaN(figure) ? "" : figure.toFixed(0)).padStart(9));
  console.log(`${name.padEnd(22)}${columns.join("")}${(of("card") / bar).toFixed(2).padStart(8)}`);
}

async function measure(edition: typeof STORE): Promise<void> {
  const stage = await Stage.start(edition);
  try {
    await stage.thunderbird.installAddon(await makeBlankAddon());
    const invitations = Array.from({ length: MESSAGES + WARM_UP + 1 }, () => makeInvitation());
    await stage.receive(...invitations.map((invitation) => invitationMail(invitation)));
    const times: Times[] = [];
    for (const { messageId } of invitations.slice(0, -1)) {
      times.push(await timeMessage(stage, messageId));
    }
    const counted = times.slice(WARM_UP);
    const bar = median(counted.map((time) => time.bar));
    console.log(`\n${edition.name} edition, medians of ${counted.length}, ms after the press`);
    console.log(`Thunderbird's own bar: ${bar.toFixed(0)} ms after the message was selected`);
    const heads = ["document", "panel", "card", "sized", "usable", "inside"];
    console.log(`${"".padEnd(22)}${heads.map((head) => head.padStart(9)).join("")}   ratio`);
    print(
      "an empty popup",
      counted.map(({ blank }) => blank),
      bar,
    );
    print(
      "the card",
      counted.map(({ popup }) => popup),
      bar,
    );
    print(
      "the card, after sleep",
      counted.map(({ asleep }) => asleep),
      bar,
    );
  } finally {
    await stage.stop();
  }
}

for (const edition of [STORE, CALENDAR]) {
  await measure(edition);
}

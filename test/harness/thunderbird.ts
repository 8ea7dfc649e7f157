import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { Child, findProgram } from "./child.ts";
import { Marionette } from "./marionette.ts";
import { Page, type Place } from "./page.ts";
import type { Profile } from "./profile.ts";
import { waitUntil } from "./wait-until.ts";

const START_DEADLINE = 60_000;
const UPDATE_INTERVAL = 1_000;

export interface StartOptions {
  readonly profile: Profile;
  /** Of an X server. */
  readonly display: string;
  readonly timeZone?: string;
}

export interface ListedMessage {
  readonly messageId: string;
  readonly subject: string;
  readonly isRead: boolean;
  readonly isDownloaded: boolean;
}

/** Where a message of the inbox, or a saved one, is opened. */
export type MessagePlace =
  { readonly kind: "tab" | "window" } | { readonly kind: "file"; readonly path: string };

/** The add-on's button in the message header. */
export interface Action {
  readonly badge: string | null;
  readonly badgeStyle: string | null;
  readonly title: string | null;
  readonly label: string | null;
  readonly icon: string | null;
  readonly isEnabled: boolean;
  readonly isVisible: boolean;
}

export interface Composer {
  /** How many compose windows are open. */
  readonly count: number;
  readonly subject: string;
  readonly to: string;
  readonly identity: string;
  readonly body: string;
  readonly notifications: readonly string[];
}

/** A running Thunderbird, driven from outside. */
export class Thunderbird {
  readonly #child: Child;
  readonly #options: StartOptions;
  readonly #marionette: Marionette;

  private constructor(child: Child, options: StartOptions, marionette: Marionette) {
    this.#child = child;
    this.#options = options;
    this.#marionette = marionette;
  }

  /** Resolves when the main window shows its folders and the account is connected. */
  static async start(options: StartOptions): Promise<Thunderbird> {
    const child = launch(options);
    try {
      const marionette = await connectTo(child, options.profile);
      const thunderbird = new Thunderbird(child, options, marionette);
      await waitUntil(
        "the main window is usable",
        () => thunderbird.call("isUsable"),
        START_DEADLINE,
      );
      const origin = "imap://127.0.0.1";
      await thunderbird.call("savePassword", { origin, realm: origin, ...options.profile.imap });
      await thunderbird.call("connectAccount");
      await waitUntil("the account's folders are there", () => thunderbird.hasFolder("Sent"));
      return thunderbird;
    } catch (error) {
      await child.kill();
      throw new Error(`Thunderbird did not start. ${tail(options.profile)}`, { cause: error });
    }
  }

  /** Calls a function of in-thunderbird.js. */
  async call(name: string, ...parameters: readonly unknown[]): Promise<unknown> {
    return this.#marionette.run(`${inThunderbird()}\nreturn ${name}(...arguments);`, parameters);
  }

  /** Runs the body of an async function with all rights, below the functions of in-thunderbird.js. */
  async run(body: string, ...parameters: readonly unknown[]): Promise<unknown> {
    return this.#marionette.run(`${inThunderbird()}\n${body}`, parameters);
  }

  /** Gives back the add-on's id. A temporary add-on is gone after a restart. */
  async installAddon(path: string, temporary = true): Promise<string> {
    const answer = await this.#marionette.command("Addon:Install", {
      path: resolve(path),
      temporary,
    });
    return (answer as { value: string }).value;
  }

  async hasFolder(name: string): Promise<boolean> {
    return (await this.run("return findFolder(arguments[0]) !== null;", name)) as boolean;
  }

  /** What Thunderbird knows of a folder. */
  async listMessages(folder: string): Promise<readonly ListedMessage[]> {
    return (await this.call("listMessages", folder)) as ListedMessage[];
  }

  /** Asks the IMAP server again and again, but not all the time. */
  async waitForMessage(folder: string, messageId: string): Promise<ListedMessage> {
    let nextUpdate = 0;
    return waitUntil(`${messageId} is in ${folder}`, async () => {
      if (performance.now() > nextUpdate) {
        await this.call("updateFolder", folder);
        nextUpdate = performance.now() + UPDATE_INTERVAL;
      }
      const messages = await this.listMessages(folder);
      return messages.find((message) => message.messageId === messageId);
    });
  }

  async openFolder(folder: string): Promise<void> {
    await this.call("displayFolder", folder);
  }

  /** Selects a message and resolves when it is shown. */
  async showMessage(folder: string, messageId: string): Promise<void> {
    await this.waitForMessage(folder, messageId);
    await waitUntil(`${messageId} is shown`, () => this.call("showMessage", folder, messageId));
  }

  /** Opens a message elsewhere than in the message pane; resolves when it is shown. */
  async openMessage(how: MessagePlace, messageId: string): Promise<void> {
    await (how.kind === "file"
      ? this.call("openMessageFile", resolve(how.path))
      : this.call(how.kind === "tab" ? "openMessageTab" : "openMessageWindow", "Inbox", messageId));
    await waitUntil(
      `${messageId} is shown`,
      async () => (await this.call("readShownMessage")) === messageId,
    );
  }

  /** Closes what `openMessage` opened. */
  async closeMessages(): Promise<void> {
    await this.call("closeMessages");
    await waitUntil("one window is left", async () =>
      this.run('return !Services.wm.getMostRecentWindow("mail:messageWindow");'),
    );
  }

  /** Null while there is no button. */
  async readAction(addonId: string): Promise<Action | null> {
    return (await this.call("readAction", addonId)) as Action | null;
  }

  /** Presses the add-on's button; resolves when its popup has loaded. */
  async openPopup(addonId: string): Promise<Page> {
    await this.call("pressAction", addonId);
    return this.waitForPopup(addonId);
  }

  /** The popup that something else opens. */
  async waitForPopup(addonId: string): Promise<Page> {
    const popup = this.#page({ kind: "popup", addonId });
    await waitUntil("the popup has loaded", () =>
      popup.evaluate(
        () => document.readyState === "complete" && document.body.childElementCount > 0,
      ),
    );
    return popup;
  }

  async closePopup(): Promise<void> {
    await this.call("closePopup");
    await this.waitForPopupClosed();
  }

  async waitForPopupClosed(): Promise<void> {
    await waitUntil("the popup is closed", () => this.run("return popupBrowser() === null;"));
  }

  /** A page of the add-on (a path inside it) in a tab. */
  async openTab(addonId: string, path: string): Promise<Page> {
    await this.call("openTab", addonId, path);
    const page = this.#page({ kind: "tab", addonId, page: path });
    await waitUntil(`${path} has loaded`, () =>
      page.evaluate(() => document.readyState === "complete"),
    );
    return page;
  }

  /** A page of the add-on that it opened in a tab itself. */
  tab(addonId: string, path: string): Page {
    return this.#page({ kind: "tab", addonId, page: path });
  }

  /** A page of the add-on that it opened in a window of its own. */
  window(addonId: string, path: string): Page {
    return this.#page({ kind: "window", addonId, page: path });
  }

  /** The add-on's background page; wakes it. */
  background(addonId: string): Page {
    return this.#page({ kind: "background", addonId });
  }

  /** The body of the message that is shown. */
  message(): Page {
    return this.#page({ kind: "message" });
  }

  async sendUnsentMessages(): Promise<void> {
    await this.call("sendUnsentMessages");
  }

  async setOffline(isOffline: boolean): Promise<void> {
    await this.call("setOffline", isOffline);
  }

  /** The newest compose window, once it can be written into and, if given, `accept` says yes. */
  async waitForComposer(accept: (composer: Composer) => boolean = () => true): Promise<Composer> {
    return waitUntil("a compose window is ready", async () => {
      const composer = (await this.call("readComposer")) as Composer | null;
      return composer !== null && accept(composer) && composer;
    });
  }

  async countComposers(): Promise<number> {
    return (await this.run("return composeWindows().length;")) as number;
  }

  /** Waits for a modal alert of Thunderbird's, closes it and gives back its text. */
  async waitForAlert(): Promise<string> {
    const text = await waitUntil("Thunderbird shows an alert", async () => {
      const answer = await this.#marionette.command("WebDriver:GetAlertText");
      return (answer as { value: string }).value;
    });
    await this.#marionette.command("WebDriver:AcceptAlert");
    return text;
  }

  /** Thunderbird's own invitation bar. */
  async readInvitationBar(): Promise<{ text: string; buttons: string[] } | null> {
    return (await this.call("readInvitationBar")) as { text: string; buttons: string[] } | null;
  }

  async quit(): Promise<void> {
    // The connection ends with the process, before or after the answer.
    await this.call("quit").catch(() => undefined);
    await this.#child.ended();
    this.#marionette.close();
  }

  /** Resolves when somebody has closed Thunderbird. */
  async closed(): Promise<void> {
    await this.#child.closed();
    this.#marionette.close();
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.#child.kill();
    this.#marionette.close();
  }

  /** A new process on the same profile; the old one has to have ended. */
  async restart(): Promise<Thunderbird> {
    if (this.#child.isRunning) {
      await this.quit();
    }
    return Thunderbird.start(this.#options);
  }

  /** What Thunderbird and the add-on have written to the console. */
  log(): string {
    return readFileSync(logFile(this.#options.profile), "utf8");
  }

  #page(place: Place): Page {
    return new Page((code) => this.call("evaluate", place, code), place.kind);
  }
}

let source: string | null = null;

/** The harness is bundled for the demo, so the file is found from the project's folder. */
function inThunderbird(): string {
  source ??= readFileSync(resolve("test/harness/in-thunderbird.js"), "utf8");
  return source;
}

function launch({ profile, display, timeZone = "Europe/Berlin" }: StartOptions): Child {
  const home = join(profile.folder, "home");
  mkdirSync(home, { recursive: true });
  rmSync(portFile(profile), { force: true });
  const env = {
    PATH: process.env["PATH"],
    LANG: "C.UTF-8",
    TZ: timeZone,
    HOME: home,
    DISPLAY: display,
    // Of the user whose screen it is: HOME is another one here.
    XAUTHORITY: process.env["XAUTHORITY"] ?? join(homedir(), ".Xauthority"),
    GDK_BACKEND: "x11",
    MOZ_CRASHREPORTER_DISABLE: "1",
    NO_AT_BRIDGE: "1",
  };
  const command: [string, ...string[]] = [
    findThunderbird(),
    "--profile",
    profile.folder,
    "--no-remote",
    "--marionette",
    "-remote-allow-system-access",
  ];
  return new Child(command, { log: logFile(profile), env });
}

/** Debian's command is a script that asks questions about old profiles. */
function findThunderbird(): string {
  const debian = "/usr/lib/thunderbird/thunderbird-bin";
  return existsSync(debian) ? debian : findProgram("thunderbird");
}

function portFile(profile: Profile): string {
  return join(profile.folder, "MarionetteActivePort");
}

function logFile(profile: Profile): string {
  return join(profile.folder, "console.log");
}

function tail(profile: Profile): string {
  return readFileSync(logFile(profile), "utf8").slice(-2000);
}

/** The file with the port can be there before it is whole, and before anybody listens. */
async function connectTo(child: Child, profile: Profile): Promise<Marionette> {
  const file = portFile(profile);
  return waitUntil(
    "Thunderbird listens for commands",
    async () => {
      if (!child.isRunning) {
        throw new Error("the process ended");
      }
      const port = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
      return port === 0 ? null : Marionette.connect(port);
    },
    START_DEADLINE,
  );
}

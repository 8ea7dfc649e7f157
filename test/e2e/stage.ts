import { Dovecot } from "../harness/dovecot.ts";
import type { Page } from "../harness/page.ts";
import { makeProfile, type Profile, type ProfileOptions } from "../harness/profile.ts";
import { Smtp } from "../harness/smtp.ts";
import { Thunderbird, type Action } from "../harness/thunderbird.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { Xvfb } from "../harness/xvfb.ts";
import type { Edition } from "./edition.ts";
import { messageIdOf } from "./message-id.ts";

type Options = Omit<Partial<ProfileOptions>, "imap" | "smtpPort" | "addons"> & {
  /** False: the test installs the add-on itself. */
  readonly isInstalled?: boolean;
  /** How long an answer can be taken back; without it, answers leave at once. */
  readonly undoSeconds?: number;
  /** Other add-ons that are there from the first start. */
  readonly alongside?: readonly Edition[];
};

/** A Thunderbird with one edition, its mail servers and its screen. */
export class Stage {
  readonly dovecot: Dovecot;
  readonly smtp: Smtp;
  readonly xvfb: Xvfb;
  readonly profile: Profile;
  readonly edition: Edition;
  thunderbird: Thunderbird;

  private constructor(
    parts: Pick<Stage, "dovecot" | "smtp" | "xvfb" | "profile" | "edition" | "thunderbird">,
  ) {
    ({
      dovecot: this.dovecot,
      smtp: this.smtp,
      xvfb: this.xvfb,
      profile: this.profile,
      edition: this.edition,
      thunderbird: this.thunderbird,
    } = parts);
  }

  /** `prepare` is called before Thunderbird starts. */
  static async start(
    edition: Edition,
    options: Options = {},
    prepare: (dovecot: Dovecot, profile: Profile) => void = () => undefined,
  ): Promise<Stage> {
    const [dovecot, smtp, xvfb] = await Promise.all([Dovecot.start(), Smtp.start(), Xvfb.start()]);
    const profile = makeProfile({
      imap: dovecot,
      smtpPort: smtp.port,
      addons: options.isInstalled === false ? [] : [edition, ...(options.alongside ?? [])],
      ...options,
    });
    prepare(dovecot, profile);
    const thunderbird = await Thunderbird.start({ profile, display: xvfb.display });
    if (options.isInstalled !== false) {
      await storeSetting(thunderbird.background(edition.id), options.undoSeconds ?? 0);
    }
    return new Stage({ dovecot, smtp, xvfb, profile, edition, thunderbird });
  }

  async stop(): Promise<void> {
    await this.thunderbird.quit();
    await Promise.all([this.smtp.stop(), this.dovecot.stop(), this.xvfb.stop()]);
  }

  async restart(): Promise<void> {
    this.thunderbird = await this.thunderbird.restart();
  }

  /** Delivers messages and resolves when Thunderbird has them and shows the last one. */
  async receive(...messages: readonly (Uint8Array | string)[]): Promise<string> {
    let last = "";
    for (const message of messages) {
      this.dovecot.deliver(message);
      last = messageIdOf(message);
      await this.thunderbird.waitForMessage("Inbox", last);
    }
    await this.show(last);
    return last;
  }

  async show(messageId: string, folder = "Inbox"): Promise<void> {
    await this.thunderbird.showMessage(folder, messageId);
  }

  /** The button in the message header, once it tells what `accept` asks for. */
  async waitForAction(accept: (action: Action) => boolean): Promise<Action> {
    return waitUntil("the button in the message header is as expected", async () => {
      const action = await this.thunderbird.readAction(this.edition.id);
      return action !== null && accept(action) && action;
    });
  }

  /** The popup of the message that is shown, with its cards. */
  async openPopup(): Promise<Page> {
    const popup = await this.thunderbird.openPopup(this.edition.id);
    await popup.waitFor("main:not([aria-busy])");
    return popup;
  }

  async closePopup(): Promise<void> {
    await this.thunderbird.closePopup();
  }

  /** What the popup says became of the click, once it is one of these. */
  async waitForOutcome(popup: Page, ...outcomes: readonly string[]): Promise<string> {
    const selector = outcomes.map((outcome) => `[data-outcome="${outcome}"]`).join(",");
    await popup.waitFor(selector, 30_000);
    return popup.text(selector);
  }

  /** What Thunderbird's consoles hold against our add-on. */
  async complaints(): Promise<readonly string[]> {
    return (await this.thunderbird.call("readComplaints", this.edition.id)) as string[];
  }
}

/** As the options page would: most tests are of what becomes of an answer once it leaves. */
async function storeSetting(background: Page, undoSeconds: number): Promise<void> {
  await background.evaluate(async (seconds) => {
    await messenger.storage.local.set({ undoSeconds: seconds });
  }, undoSeconds);
}

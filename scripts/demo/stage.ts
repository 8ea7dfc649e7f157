import { join } from "node:path";

import { Dovecot } from "../../test/harness/dovecot.ts";
import { makeProfile } from "../../test/harness/profile.ts";
import { Smtp } from "../../test/harness/smtp.ts";
import { Thunderbird } from "../../test/harness/thunderbird.ts";
import { readSample, USER } from "../../test/fixtures/samples.ts";
import { shiftDates, weeksSinceSamples } from "./shift-dates.ts";

/** Names of the editions on the command line, and of their folders in dist. */
const FOLDERS = { calendar: "convene-calendar", store: "convene" } as const;

export type Edition = keyof typeof FOLDERS;

export function isEdition(name: string): name is Edition {
  return Object.hasOwn(FOLDERS, name);
}

/** Thunderbird with the add-on, between a mail server that delivers and one that receives. */
export interface Stage {
  readonly thunderbird: Thunderbird;
  readonly addonId: string;
  readonly smtp: Smtp;
  /** Resolves when the sample lies in the inbox; gives back its Message-ID. */
  readonly deliver: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function setStage(edition: Edition, display: string): Promise<Stage> {
  const [dovecot, smtp] = await Promise.all([Dovecot.start(), Smtp.start()]);
  const profile = makeProfile({
    imap: { port: dovecot.port, password: dovecot.password },
    smtpPort: smtp.port,
    identities: [{ name: USER.name, email: USER.address }],
  });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const thunderbird = await Thunderbird.start({ profile, display, timeZone });
  const addonId = await thunderbird.installAddon(join("dist", FOLDERS[edition]));
  // The first page lies over the mail, and is closed as a user would before he reads.
  await thunderbird.tab(addonId, "ui/welcome/welcome.html").waitFor("main");
  await thunderbird.closeMessages();
  await thunderbird.openFolder("INBOX");
  const weeks = weeksSinceSamples(Date.now());
  return {
    thunderbird,
    addonId,
    smtp,
    deliver: async (name) => {
      const message = shiftDates(readSample(name), weeks);
      const messageId = readMessageId(message);
      dovecot.deliver(message);
      await thunderbird.waitForMessage("INBOX", messageId);
      return messageId;
    },
    close: async () => {
      await thunderbird.quit();
      await Promise.all([smtp.stop(), dovecot.stop()]);
    },
  };
}

function readMessageId(message: Uint8Array): string {
  const header = Buffer.from(message).toString("latin1");
  return /^message-id:\s*<([^>]+)>/im.exec(header)?.[1] ?? "";
}

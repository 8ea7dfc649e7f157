import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./cleanup.ts";

type Preference = string | number | boolean;

export interface Identity {
  readonly name: string;
  readonly email: string;
}

export interface ProfileOptions {
  readonly imap: { readonly port: number; readonly password: string; readonly user?: string };
  readonly smtpPort: number;
  /** The first is the default; without any: Mia Müller <me@example.org>. */
  readonly identities?: readonly Identity[];
  /** Thunderbird's own default is false. */
  readonly sendInBackground?: boolean;
  /** Such as "de". */
  readonly locale?: string;
  readonly theme?: "light" | "dark";
  /** Add-ons that are there from the first start and stay over restarts: id and .xpi file. */
  readonly addons?: readonly { readonly id: string; readonly file: string }[];
  readonly preferences?: Readonly<Record<string, Preference>>;
  /** What an administrator set. */
  readonly managed?: Readonly<Record<string, unknown>>;
}

/** A throw-away Thunderbird profile with one IMAP account. */
export interface Profile {
  readonly folder: string;
  readonly imap: { readonly port: number; readonly user: string; readonly password: string };
}

export const DEFAULT_IDENTITY: Identity = { name: "Mia Müller", email: "me@example.org" };

export function makeProfile(options: ProfileOptions): Profile {
  const folder = makeFolder();
  const { port, password, user = "me" } = options.imap;
  const preferences = {
    ...QUIET,
    ...account(options),
    ...identities(options.identities ?? [DEFAULT_IDENTITY], user),
    ...look(options),
    ...options.preferences,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(folder, "user.js"), lines.join(""));
  writeFileSync(join(folder, "xulstore.json"), JSON.stringify(WINDOW));
  mkdirSync(join(folder, "extensions"));
  for (const { id, file } of options.addons ?? []) {
    copyFileSync(file, join(folder, "extensions", `${id}.xpi`));
    writeManaged(folder, id, options.managed);
  }
  return { folder, imap: { port, user, password } };
}

/**
 * As an administrator who wants no first page (docs/settings.md), which would lie over the mail. An
 * add-on that a test installs itself shows it. HOME is in the profile.
 */
function writeManaged(folder: string, id: string, managed: ProfileOptions["managed"] = {}): void {
  const target = join(folder, "home", ".mozilla", "managed-storage");
  mkdirSync(target, { recursive: true });
  const manifest = {
    name: id,
    description: "Tests",
    type: "storage",
    data: { welcome: false, ...managed },
  };
  writeFileSync(join(target, `${id}.json`), JSON.stringify(manifest));
}

/** The main window fills the screen of xvfb.ts. */
const WINDOW = {
  "chrome://messenger/content/messenger.xhtml": {
    messengerWindow: { screenX: "0", screenY: "0", width: "1280", height: "900" },
  },
};

/** No first-run pages, no updates, no network, nothing that moves by itself. */
const QUIET: Readonly<Record<string, Preference>> = {
  "app.donation.eoy.version.viewed": 999,
  "app.update.auto": false,
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "datareporting.policy.dataSubmissionPolicyBypassNotification": true,
  "devtools.console.stdout.content": true,
  "extensions.autoDisableScopes": 0,
  "extensions.getAddons.cache.enabled": false,
  "extensions.startupScanScopes": 15,
  "extensions.ui.ignoreUnsigned": true,
  "extensions.update.enabled": false,
  "mail.biff.play_sound": false,
  "mail.biff.show_alert": false,
  "mail.chat.enabled": false,
  "mail.inappnotifications.enabled": false,
  "mail.provider.suppress_dialog_on_startup": true,
  "mail.rights.version": 1,
  "mail.shell.checkDefaultClient": false,
  "mail.spotlight.firstRunDone": true,
  "mail.winsearch.firstRunDone": true,
  "mailnews.database.global.indexer.enabled": false,
  "mailnews.start_page.enabled": false,
  "mailnews.start_page_override.mstone": "ignore",
  "marionette.port": 0,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.no_proxies_on": "127.0.0.1",
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.type": 1,
  "offline.download.download_messages": 2,
  "offline.send.unsent_messages": 2,
  "toolkit.telemetry.enabled": false,
  "ui.prefersReducedMotion": 1,
  "xpinstall.signatures.required": false,
};

/** nsMsgSocketType and nsMsgAuthMethod. */
const PLAIN_SOCKET = 0;
const NO_AUTHENTICATION = 1;
const PASSWORD_CLEARTEXT = 3;

function account(options: ProfileOptions): Record<string, Preference> {
  const user = options.imap.user ?? "me";
  return {
    "mail.accountmanager.accounts": "account1,account2",
    "mail.accountmanager.defaultaccount": "account1",
    "mail.accountmanager.localfoldersserver": "server2",
    "mail.account.account1.server": "server1",
    "mail.account.account2.server": "server2",
    "mail.server.server1.type": "imap",
    "mail.server.server1.hostname": "127.0.0.1",
    "mail.server.server1.port": options.imap.port,
    "mail.server.server1.userName": user,
    "mail.server.server1.name": options.identities?.[0]?.email ?? DEFAULT_IDENTITY.email,
    "mail.server.server1.socketType": PLAIN_SOCKET,
    "mail.server.server1.authMethod": PASSWORD_CLEARTEXT,
    "mail.server.server1.login_at_startup": false,
    "mail.server.server1.check_new_mail": false,
    "mail.server.server2.type": "none",
    "mail.server.server2.hostname": "Local Folders",
    "mail.server.server2.name": "Local Folders",
    "mail.server.server2.userName": "nobody",
    "mail.server.server2.directory-rel": "[ProfD]Mail/Local Folders",
    "mail.smtpservers": "smtp1",
    "mail.smtp.defaultserver": "smtp1",
    "mail.smtpserver.smtp1.type": "smtp",
    "mail.smtpserver.smtp1.hostname": "127.0.0.1",
    "mail.smtpserver.smtp1.port": options.smtpPort,
    "mail.smtpserver.smtp1.try_ssl": PLAIN_SOCKET,
    "mail.smtpserver.smtp1.authMethod": NO_AUTHENTICATION,
  };
}

function identities(list: readonly Identity[], user: string): Record<string, Preference> {
  const ids = list.map((_, index) => `id${index + 1}`);
  const entries = list.flatMap(({ name, email }, index): [string, Preference][] => {
    const prefix = `mail.identity.id${index + 1}`;
    return [
      [`${prefix}.fullName`, name],
      [`${prefix}.useremail`, email],
      [`${prefix}.smtpServer`, "smtp1"],
      [`${prefix}.valid`, true],
      [`${prefix}.compose_html`, false],
      [`${prefix}.fcc`, true],
      [`${prefix}.fcc_folder`, `imap://${user}@127.0.0.1/Sent`],
      [`${prefix}.fcc_folder_picker_mode`, "0"],
      [`${prefix}.draft_folder`, `imap://${user}@127.0.0.1/Drafts`],
    ];
  });
  return { "mail.account.account1.identities": ids.join(","), ...Object.fromEntries(entries) };
}

function look({ locale, theme, sendInBackground }: ProfileOptions): Record<string, Preference> {
  return {
    ...(locale === undefined ? {} : { "intl.locale.requested": locale }),
    ...(theme === undefined
      ? {}
      : { "extensions.activeThemeID": `thunderbird-compact-${theme}@mozilla.org` }),
    ...(sendInBackground === undefined ? {} : { "mailnews.sendInBackground": sendInBackground }),
  };
}

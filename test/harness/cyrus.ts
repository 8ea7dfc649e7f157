import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { CalDavCalendar } from "./caldav-calendar.ts";
import { Child } from "./child.ts";
import { makeFolder } from "./cleanup.ts";
import { freePort } from "./free-port.ts";
import { waitUntil } from "./wait-until.ts";
import { Dialogue } from "./dialogue.ts";

const PROGRAMS = "/usr/lib/cyrus/bin";

/** The last line of an answer: of LMTP, of ManageSieve. */
const LMTP_DONE = /^\d{3} .*\r\n$/m;
const SIEVE_DONE = /^(?:OK|NO|BYE)\b.*\r\n$/m;

/** Hands every iTIP message that arrives by mail to the calendar (Cyrus's own extension). */
const SCRIPT = 'require ["vnd.cyrus.imip"];\r\nprocessimip;\r\n';

interface Ports {
  readonly http: number;
  readonly lmtp: number;
  readonly sieve: number;
}

/** Who runs the server: Cyrus refuses to be root. */
interface Owner {
  readonly user: string;
  readonly uid: number;
  readonly gid: number;
}

/** Any is right. */
const PASSWORD = "secret";
const REALM = "Cyrus";

/**
 * A private Cyrus IMAP server: mail comes in by LMTP, iMIP messages are applied to the calendars,
 * and CalDAV shows what became of them. It schedules by itself (RFC 6638).
 */
export class Cyrus {
  readonly #ports: Ports;
  readonly #server: Child;
  readonly #log: string;

  private constructor(state: { ports: Ports; server: Child; log: string }) {
    this.#ports = state.ports;
    this.#server = state.server;
    this.#log = state.log;
  }

  /** `smtpPort`: where it hands over its own invitations and answers; without, they are lost. */
  static async start(smtpPort?: number): Promise<Cyrus> {
    const folder = makeFolder();
    const ports = { http: await freePort(), lmtp: await freePort(), sieve: await freePort() };
    const owner = readOwner();
    const log = join(folder, "output.log");
    writeConfiguration(folder, { ports, owner, smtpPort });
    const files = ["-C", join(folder, "imapd.conf"), "-M", join(folder, "cyrus.conf")];
    const server = new Child(
      [`${PROGRAMS}/master`, ...files, "-p", join(folder, "master.pid"), "-D"],
      { log },
    );
    const started = new Cyrus({ ports, server, log });
    await waitUntil("Cyrus answers", () => started.#greets());
    return started;
  }

  /** With an empty calendar, and a script that applies what comes by mail. */
  async addUser(user: string): Promise<void> {
    await this.deliver(user, "From: postmaster@example.org\r\nSubject: Welcome\r\n\r\nHello\r\n");
    const sieve = new Dialogue(this.#ports.sieve);
    await sieve.listen(SIEVE_DONE);
    const secret = Buffer.from(`\0${user}\0${PASSWORD}`).toString("base64");
    const length = Buffer.byteLength(SCRIPT);
    for (const command of [
      `AUTHENTICATE "PLAIN" "${secret}"\r\n`,
      `PUTSCRIPT "imip" {${length}+}\r\n${SCRIPT}\r\n`,
      'SETACTIVE "imip"\r\n',
    ]) {
      requireAnswer(await sieve.say(command, SIEVE_DONE), /^OK/m);
    }
    sieve.end();
    // What arrives by mail makes no calendar; the first look at one does.
    await this.export(user);
  }

  /** As a mail server hands a message over. */
  async deliver(user: string, message: Uint8Array | string): Promise<void> {
    const lmtp = new Dialogue(this.#ports.lmtp);
    await lmtp.listen(LMTP_DONE);
    for (const command of ["LHLO localhost", "MAIL FROM:<>", `RCPT TO:<${user}>`]) {
      requireAnswer(await lmtp.say(`${command}\r\n`, LMTP_DONE), /^250/);
    }
    requireAnswer(await lmtp.say("DATA\r\n", LMTP_DONE), /^354/);
    const text = Buffer.from(message).toString("latin1").replace(/^\./gm, "..");
    const data = Buffer.from(`${text}\r\n.\r\n`, "latin1");
    requireAnswer(await lmtp.say(data, LMTP_DONE), /^250/);
    lmtp.end();
  }

  /** The calendar that every user has. */
  calendar(user: string): CalDavCalendar {
    // The first request of a connection is told no realm.
    const realms = ["", REALM];
    return new CalDavCalendar({ url: this.#url(user), user, password: PASSWORD, realms });
  }

  /** Puts an event into the user's calendar; what the server has against it, null if nothing. */
  async put(user: string, name: string, event: string): Promise<string | null> {
    const response = await this.#ask(user, `${name}.ics`, {
      method: "PUT",
      headers: { "Content-Type": "text/calendar; charset=utf-8" },
      body: event,
    });
    return response.ok ? null : `${response.status} ${await response.text()}`;
  }

  async remove(user: string, name: string): Promise<void> {
    await this.#ask(user, `${name}.ics`, { method: "DELETE" });
  }

  async read(user: string, name: string): Promise<string> {
    const response = await this.#ask(user, `${name}.ics`, { method: "GET" });
    return response.text();
  }

  /** The whole calendar as one file. */
  async export(user: string): Promise<string> {
    const response = await this.#ask(user, "", { method: "GET" });
    return response.text();
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  #ask(user: string, path: string, request: RequestInit): Promise<Response> {
    const credentials = Buffer.from(`${user}:${PASSWORD}`).toString("base64");
    const headers = { ...(request.headers as object), Authorization: `Basic ${credentials}` };
    return fetch(this.#url(user) + path, { ...request, headers });
  }

  #url(user: string): string {
    return `http://127.0.0.1:${this.#ports.http}/dav/calendars/user/${user}/Default/`;
  }

  async #greets(): Promise<boolean> {
    if (!this.#server.isRunning) {
      throw new Error(readFileSync(this.#log, "utf8"));
    }
    const lmtp = new Dialogue(this.#ports.lmtp);
    try {
      await lmtp.listen(LMTP_DONE);
      return true;
    } finally {
      lmtp.end();
    }
  }
}

function requireAnswer(answer: string, expected: RegExp): void {
  if (!expected.test(answer)) {
    throw new Error(`Cyrus answered: ${answer}`);
  }
}

function readOwner(): Owner {
  const { username, uid, gid } = userInfo();
  if (uid !== 0) {
    return { user: username, uid, gid };
  }
  const ask = (option: string): number =>
    Number(execFileSync("id", [option, "cyrus"], { encoding: "utf8" }));
  return { user: "cyrus", uid: ask("-u"), gid: ask("-g") };
}

interface Configuration {
  readonly ports: Ports;
  readonly owner: Owner;
  readonly smtpPort: number | undefined;
}

function writeConfiguration(folder: string, { ports, owner, smtpPort }: Configuration): void {
  const { user, uid, gid } = owner;
  const folders = ["", "conf", "conf/socket", "spool", "sieve", "proc", "lock"];
  for (const name of folders) {
    mkdirSync(join(folder, name), { recursive: true });
    chownSync(join(folder, name), uid, gid);
  }
  const settings = {
    configdirectory: join(folder, "conf"),
    "partition-default": join(folder, "spool"),
    defaultpartition: "default",
    sievedir: join(folder, "sieve"),
    proc_path: join(folder, "proc"),
    mboxname_lockpath: join(folder, "lock"),
    lmtpsocket: join(folder, "conf/socket/lmtp"),
    idlesocket: join(folder, "conf/socket/idle"),
    notifysocket: join(folder, "conf/socket/notify"),
    cyrus_user: user,
    // A mailbox comes into being with the first message to it.
    autocreate_quota: "0",
    autocreate_post: "yes",
    virtdomains: "userid",
    unixhierarchysep: "yes",
    sasl_pwcheck_method: "alwaystrue",
    sasl_mech_list: "PLAIN",
    allowplaintext: "yes",
    httpmodules: "caldav",
    caldav_realm: REALM,
    sieve_extensions: "vnd.cyrus.imip",
    // Nothing has to outlast the test, so nothing has to reach the disk.
    skiplist_unsafe: "yes",
    ...(smtpPort === undefined ? { sendmail: "/bin/false" } : ownMail(smtpPort)),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${value}\n`);
  const file = join(folder, "imapd.conf");
  writeFileSync(file, lines.join(""));
  writeFileSync(join(folder, "cyrus.conf"), services(file, ports));
}

/** Its users have addresses of example.org; everybody else is told by mail. */
function ownMail(smtpPort: number): Record<string, string> {
  return {
    calendar_user_address_set: "example.org",
    smtp_backend: "host",
    smtp_host: `127.0.0.1:${smtpPort}/noauth`,
  };
}

function services(file: string, { http, lmtp, sieve }: Ports): string {
  const service = (name: string, command: string, port: number): string =>
    `  ${name} cmd="${PROGRAMS}/${command}" listen="127.0.0.1:${port}" prefork=1`;
  return [
    "START {",
    "}",
    "SERVICES {",
    service("http", `httpd -C ${file}`, http),
    service("lmtp", `lmtpd -C ${file} -a`, lmtp),
    service("sieve", `timsieved -C ${file}`, sieve),
    "}",
    "EVENTS {",
    "}",
    "",
  ].join("\n");
}

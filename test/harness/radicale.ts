import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CalDavCalendar } from "./caldav-calendar.ts";
import { Child } from "./child.ts";
import { makeFolder } from "./cleanup.ts";
import { freePort } from "./free-port.ts";
import { waitUntil } from "./wait-until.ts";

const USER = "me";
const PASSWORD = "secret";
const REALM = "Convene";

/** A private CalDAV server of the kind that mails nothing by itself, on loopback. */
export class Radicale {
  readonly port: number;
  readonly #folder: string;
  readonly #server: Child;

  private constructor(state: { port: number; folder: string; server: Child }) {
    this.port = state.port;
    this.#folder = state.folder;
    this.#server = state.server;
  }

  /** With empty calendars; those named "read-only" cannot be written. */
  static async start(names: readonly string[]): Promise<Radicale> {
    const folder = makeFolder();
    const port = await freePort();
    const settings = join(folder, "config");
    writeFileSync(join(folder, "users"), `${USER}:${PASSWORD}\n`);
    writeFileSync(join(folder, "rights"), RIGHTS);
    writeFileSync(settings, configuration(folder, port));
    for (const name of names) {
      makeCalendar(collection(folder, name));
    }
    const log = join(folder, "output.log");
    // Debian's python3, which has Debian's python3-radicale.
    const server = new Child(["/usr/bin/python3", "-m", "radicale", "--config", settings], { log });
    await waitUntil("Radicale answers", () => {
      if (!server.isRunning) {
        throw new Error(readFileSync(log, "utf8"));
      }
      return fetch(`http://127.0.0.1:${port}/.web/`).then(({ status }) => status > 0);
    });
    return new Radicale({ port, folder, server });
  }

  /** Puts an event into a calendar, past all rights. */
  store(name: string, file: string, event: string): void {
    writeFileSync(join(collection(this.#folder, name), `${file}.ics`), event);
  }

  calendar(name: string): CalDavCalendar {
    const url = `http://127.0.0.1:${this.port}/${USER}/${name}/`;
    return new CalDavCalendar({ url, user: USER, password: PASSWORD, realms: [REALM] });
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}

function collection(folder: string, name: string): string {
  return join(folder, "collections/collection-root", USER, name);
}

function makeCalendar(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, ".Radicale.props"), JSON.stringify({ tag: "VCALENDAR" }));
}

/** The first that fits counts. */
const RIGHTS = `
[read-only]
user: .+
collection: {user}/read-only
permissions: r

[home]
user: .+
collection: (|{user})
permissions: R

[calendars]
user: .+
collection: {user}/[^/]+
permissions: rw
`;

function configuration(folder: string, port: number): string {
  return `
[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${folder}/users
htpasswd_encryption = plain
delay = 0
realm = ${REALM}
[rights]
type = from_file
file = ${folder}/rights
[storage]
filesystem_folder = ${folder}/collections
[web]
type = none
`;
}

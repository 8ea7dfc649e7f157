import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CaldavCollection } from "./caldav-collection.ts";
import { Child, findProgram } from "./child.ts";
import { makeFolder } from "./cleanup.ts";
import { freePort } from "./free-port.ts";
import { waitUntil } from "./wait-until.ts";

/** A private CalDAV server that does not schedule, on loopback, without passwords. */
export class Radicale {
  readonly port: number;
  readonly #server: Child;

  private constructor(port: number, server: Child) {
    this.port = port;
    this.#server = server;
  }

  static async start(): Promise<Radicale> {
    const folder = makeFolder();
    const port = await freePort();
    const file = join(folder, "config");
    writeFileSync(file, configuration(port, folder));
    const log = join(folder, "output.log");
    const server = new Child([findProgram("radicale"), "-C", file], { log });
    await waitUntil("radicale answers", async () => {
      if (!server.isRunning) {
        throw new Error(readFileSync(log, "utf8"));
      }
      return (await fetch(`http://127.0.0.1:${port}/.web/`)).ok;
    });
    return new Radicale(port, server);
  }

  /** Makes an empty calendar of the user's. */
  async makeCalendar(name: string): Promise<CaldavCollection> {
    const collection = new CaldavCollection(`http://127.0.0.1:${this.port}/me/${name}/`);
    await collection.create();
    return collection;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}

function configuration(port: number, folder: string): string {
  return `
[server]
hosts = 127.0.0.1:${port}
[auth]
type = none
[rights]
type = authenticated
[storage]
filesystem_folder = ${folder}/collections
[logging]
level = warning
`;
}

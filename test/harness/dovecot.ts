import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";
import { basename, join } from "node:path";
import { connect } from "node:net";
import { Child, findProgram } from "./child.ts";
import { makeFolder } from "./cleanup.ts";
import { freePort } from "./free-port.ts";
import { waitUntil } from "./wait-until.ts";

const PASSWORD = "secret";

/** Besides INBOX; their names say what they are for (RFC 6154 §2). */
const MAILBOXES = ["Sent", "Trash", "Drafts", "Junk"];

/** Dovecot gives no mail to root, so a root user lends it another one. */
interface Owner {
  readonly name: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

/** A private IMAP server with Maildirs, on loopback. */
export class Dovecot {
  readonly port: number;
  readonly password = PASSWORD;
  readonly #folder: string;
  readonly #owner: Owner;
  readonly #server: Child;
  #delivered = 0;

  private constructor(state: { port: number; folder: string; owner: Owner; server: Child }) {
    this.port = state.port;
    this.#folder = state.folder;
    this.#owner = state.owner;
    this.#server = state.server;
  }

  /** With one mailbox for each user name. */
  static async start(users: readonly string[] = ["me"]): Promise<Dovecot> {
    const folder = makeFolder();
    const owner = readOwner();
    const port = await freePort();
    chmodSync(folder, 0o711);
    for (const user of users) {
      makeMaildir(join(folder, user), owner);
    }
    writeFileSync(
      join(folder, "users"),
      users.map((user) => `${user}:{PLAIN}${PASSWORD}\n`).join(""),
    );
    chmodSync(join(folder, "users"), 0o644);
    const file = join(folder, "dovecot.conf");
    writeFileSync(file, configuration({ folder, owner, port }));
    const server = new Child([findProgram("dovecot"), "-F", "-c", file], {
      log: join(folder, "output.log"),
    });
    const started = new Dovecot({ port, folder, owner, server });
    await waitUntil("dovecot answers", () => started.#greets());
    return started;
  }

  /** Puts a message into a mailbox, as a mail server does on arrival. */
  deliver(message: Uint8Array | string, mailbox = "INBOX", user = "me"): void {
    this.#delivered += 1;
    const name = `${Date.now()}.${process.pid}_${this.#delivered}.localhost`;
    const maildir = this.#maildir(mailbox, user);
    const file = join(maildir, "tmp", name);
    writeFileSync(file, message);
    this.#give(file);
    renameSync(file, join(maildir, "new", name));
  }

  /** Puts messages into a mailbox that were read long ago: they do not arrive as new mail. */
  store(messages: readonly (Uint8Array | string)[], mailbox = "INBOX", user = "me"): void {
    const folder = join(this.#maildir(mailbox, user), "cur");
    for (const message of messages) {
      this.#delivered += 1;
      const name = `${Date.now()}.${process.pid}_${this.#delivered}.localhost:2,S`;
      writeFileSync(join(folder, name), message);
      this.#give(join(folder, name));
    }
  }

  /** Takes the newest messages away; what it gives back brings them back. */
  withhold(count: number, mailbox = "INBOX", user = "me"): () => void {
    const maildir = this.#maildir(mailbox, user);
    const known = readFileSync(join(maildir, "dovecot-uidlist"), "utf8").trimEnd().split("\n");
    const newest = new Set(known.slice(-count).map((line) => uniqueName(line.split(" :")[1])));
    const names = readdirSync(join(maildir, "cur")).filter((name) => newest.has(uniqueName(name)));
    const move = (from: string, to: string): void => {
      for (const name of names) {
        renameSync(join(maildir, from, name), join(maildir, to, name));
      }
    };
    mkdirSync(join(maildir, "withheld"), { recursive: true });
    move("cur", "withheld");
    return () => {
      move("withheld", "cur");
    };
  }

  /** The messages of a mailbox as the server keeps them, oldest first. */
  read(mailbox = "INBOX", user = "me"): Buffer[] {
    const maildir = this.#maildir(mailbox, user);
    return ["cur", "new"]
      .flatMap((part) => listFolder(join(maildir, part)))
      .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
      .map((file) => readFileSync(file));
  }

  /** What dovecot has logged: for an error message. */
  log(): string {
    return readFileSync(join(this.#folder, "dovecot.log"), "utf8");
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  #maildir(mailbox: string, user: string): string {
    return join(this.#folder, user, "Maildir", mailbox === "INBOX" ? "" : `.${mailbox}`);
  }

  #give(path: string): void {
    chownSync(path, this.#owner.uid, this.#owner.gid);
  }

  async #greets(): Promise<boolean> {
    if (!this.#server.isRunning) {
      throw new Error(readFileSync(join(this.#folder, "output.log"), "utf8"));
    }
    const socket = connect(this.port, "127.0.0.1");
    try {
      return await new Promise((resolve, reject) => {
        socket.once("data", (data) => {
          resolve(data.toString().startsWith("* OK"));
        });
        socket.once("error", reject);
      });
    } finally {
      socket.destroy();
    }
  }
}

function readOwner(): Owner {
  const { username, uid, gid } = userInfo();
  const name = uid === 0 ? "nobody" : username;
  const ask = (option: string): string =>
    execFileSync("id", [option, name], { encoding: "utf8" }).trim();
  return uid === 0
    ? { name, group: ask("-gn"), uid: Number(ask("-u")), gid: Number(ask("-g")) }
    : { name, group: ask("-gn"), uid, gid };
}

function makeMaildir(home: string, owner: Owner): void {
  const mailboxes = ["", ...MAILBOXES.map((name) => `.${name}`)].map((name) =>
    join("Maildir", name),
  );
  const folders = mailboxes.flatMap((mailbox) =>
    ["", "cur", "new", "tmp"].map((part) => join(mailbox, part)),
  );
  for (const folder of ["", ...folders].map((name) => join(home, name))) {
    mkdirSync(folder);
    chownSync(folder, owner.uid, owner.gid);
  }
}

/** Of a file in a Maildir: flags follow. */
function uniqueName(name = ""): string {
  return name.split(":2,")[0] ?? "";
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    // A Maildir folder that nobody has written to does not exist.
    return [];
  }
}

function configuration({
  folder,
  owner,
  port,
}: {
  folder: string;
  owner: Owner;
  port: number;
}): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${owner.name}
default_internal_group = ${owner.group}
default_login_user = ${owner.name}
first_valid_uid = 1
first_valid_gid = 0
mail_location = maildir:~/Maildir
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
namespace inbox {
  inbox = yes
${MAILBOXES.map((name) => `  mailbox ${name} {\n    auto = subscribe\n    special_use = \\${name}\n  }`).join("\n")}
}
`;
}

import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { waitUntil } from "./wait-until.ts";

/** A message as it arrived. */
export interface Received {
  readonly bytes: Buffer;
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
}

export interface Refusal {
  readonly code: number;
  readonly words: string;
  /** Default "data": after the message was handed over. */
  readonly at?: "rcpt" | "data";
}

/** An SMTP server on loopback that keeps what it receives and passes nothing on. */
export class Smtp {
  readonly received: Received[] = [];
  /** Called for each message accepted. */
  onReceived: (message: Received) => void = () => undefined;
  #port = 0;
  #server: SMTPServer | null = null;
  #refusal: Refusal | null = null;
  #stalled: Promise<void> | null = null;
  #stalling = 0;

  static async start(): Promise<Smtp> {
    const smtp = new Smtp();
    await smtp.start();
    return smtp;
  }

  get port(): number {
    return this.#port;
  }

  /** How many messages were handed over whole and wait for an answer, because of `stall`. */
  get stalling(): number {
    return this.#stalling;
  }

  /** Starts, or starts again on the same port. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onRcptTo: (_address, _session, answer) => {
        answer(this.#refusal?.at === "rcpt" ? refuse(this.#refusal) : null);
      },
      onData: (stream, { envelope }, answer) => {
        const mailFrom = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const rcptTo = envelope.rcptTo.map(({ address }) => address);
        void this.#take(stream, { mailFrom, rcptTo }).then(answer, answer);
      },
    });
    // A client that is killed while it talks is no error of ours.
    server.on("error", () => undefined);
    await new Promise<void>((resolve) => {
      server.listen(this.#port, "127.0.0.1", resolve);
    });
    this.#port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server !== null) {
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    }
  }

  /** From now on every message is refused; null accepts again. */
  refuse(refusal: Refusal | null): void {
    this.#refusal = refusal;
  }

  /** From now on the server keeps silent at the end of DATA, until the function given back is called. */
  stall(): () => void {
    let resolve: () => void = () => undefined;
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    this.#stalled = promise;
    return () => {
      this.#stalled = null;
      resolve();
    };
  }

  /** The first `count` messages, once they are there. */
  async waitFor(count: number, deadline = 30_000): Promise<readonly Received[]> {
    const what = `${count} messages at the SMTP server`;
    return waitUntil(what, () => this.received.length >= count && this.received, deadline);
  }

  async #take(stream: Readable, envelope: Omit<Received, "bytes">): Promise<Error | null> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
    }
    if (this.#stalled !== null) {
      this.#stalling += 1;
      await this.#stalled;
      this.#stalling -= 1;
    }
    if (this.#refusal !== null) {
      return refuse(this.#refusal);
    }
    const message = { bytes: Buffer.concat(chunks), ...envelope };
    this.received.push(message);
    this.onReceived(message);
    return null;
  }
}

function refuse({ code, words }: Refusal): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

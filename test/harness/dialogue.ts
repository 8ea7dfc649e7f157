import { connect, type Socket } from "node:net";

/** How long a server may take for one answer. */
const DEADLINE = 30_000;

/** A protocol of lines (LMTP, ManageSieve) spoken with a server on loopback. */
export class Dialogue {
  readonly #socket: Socket;
  #received = "";
  #wake: () => void = () => undefined;

  constructor(port: number) {
    this.#socket = connect(port, "127.0.0.1");
    this.#socket.setEncoding("utf8");
    this.#socket.setTimeout(DEADLINE, () => {
      this.#socket.destroy(new Error("the server is silent"));
    });
    this.#socket.on("data", (text: string) => {
      this.#received += text;
      this.#wake();
    });
    this.#socket.on("error", () => {
      this.#wake();
    });
    this.#socket.on("close", () => {
      this.#wake();
    });
  }

  /** Says something, and gives back what is answered up to the line that `last` describes. */
  async say(text: string | Uint8Array, last: RegExp): Promise<string> {
    this.#received = "";
    this.#socket.write(text);
    return this.listen(last);
  }

  async listen(last: RegExp): Promise<string> {
    while (!last.test(this.#received)) {
      if (this.#socket.destroyed) {
        throw new Error(`the server hung up after: ${this.#received}`);
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#received;
  }

  end(): void {
    this.#socket.destroy();
  }
}

import { connect, type Socket } from "node:net";

type Reply = readonly [
  type: number,
  id: number,
  error: { message: string } | null,
  result: unknown,
];

const CLOSED = "Thunderbird closed the connection.";

/** How long one script may run. */
const SCRIPT_DEADLINE = 90_000;

/** Client of Thunderbird's remote protocol: JSON packets, each after its length and a colon. */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  #input = Buffer.alloc(0);
  #lastId = 0;
  #isClosed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (data: Buffer) => {
      this.#read(data);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.#isClosed = true;
      this.#fail(new Error(CLOSED));
    });
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, "127.0.0.1");
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    const marionette = new Marionette(socket);
    const capabilities = { alwaysMatch: { unhandledPromptBehavior: "ignore" } };
    await marionette.command("WebDriver:NewSession", { capabilities });
    await marionette.command("WebDriver:SetTimeouts", { script: SCRIPT_DEADLINE });
    await marionette.command("Marionette:SetContext", { value: "chrome" });
    return marionette;
  }

  async command(name: string, parameters: object = {}): Promise<unknown> {
    if (this.#isClosed) {
      throw new Error(CLOSED);
    }
    this.#lastId += 1;
    const id = this.#lastId;
    const packet = Buffer.from(JSON.stringify([0, id, name, parameters]));
    const answered = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#socket.write(`${packet.length}:`);
    this.#socket.write(packet);
    return answered;
  }

  /** Runs the body of an async function with all rights; the result has to be JSON. */
  async run(body: string, parameters: readonly unknown[]): Promise<unknown> {
    const script = `
      const done = arguments[arguments.length - 1];
      const parameters = Array.from(arguments).slice(0, -1);
      (async function () { ${body} }).apply(window, parameters).then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error) + "\\n" + (error?.stack ?? "") }),
      );`;
    const result = (await this.command("WebDriver:ExecuteAsyncScript", {
      script,
      args: parameters,
      newSandbox: true,
    })) as { value: { value: unknown } | { error: string } | null };
    if (result.value === null) {
      throw new Error("Thunderbird has opened a modal window.");
    }
    if ("error" in result.value) {
      throw new Error(result.value.error);
    }
    return result.value.value;
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(data: Buffer): void {
    this.#input = Buffer.concat([this.#input, data]);
    for (;;) {
      const colon = this.#input.indexOf(":");
      const length = Number(this.#input.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 1 || this.#input.length < colon + 1 + length) {
        return;
      }
      const packet = this.#input.subarray(colon + 1, colon + 1 + length).toString();
      this.#input = this.#input.subarray(colon + 1 + length);
      this.#answer(JSON.parse(packet) as Reply | object);
    }
  }

  #answer(packet: Reply | object): void {
    if (!Array.isArray(packet)) {
      return; // The greeting.
    }
    const [, id, error, result] = packet as unknown as Reply;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === null) {
      waiting?.resolve(result);
    } else {
      waiting?.reject(new Error(error.message));
    }
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) {
      reject(error);
    }
    this.#waiting.clear();
  }
}

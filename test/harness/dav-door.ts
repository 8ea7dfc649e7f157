import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A door before an HTTP server, which can be shut, or send back what is asked for. */
export class DavDoor {
  readonly port: number;
  /** "METHOD path", as asked for through the door. */
  readonly asked: string[] = [];
  readonly #server: Server;
  #refusal: { readonly method: string; readonly status: number } | null = null;
  #isShut = false;

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  static async before(port: number): Promise<DavDoor> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const door = new DavDoor(server);
    server.on("request", (asked, answer) => {
      door.#pass(port, asked, answer);
    });
    return door;
  }

  /** Every request of that method gets the status; null: none any more. */
  refuse(refusal: { readonly method: string; readonly status: number } | null): void {
    this.#refusal = refusal;
  }

  /** Connections are cut. */
  shut(isShut: boolean): void {
    this.#isShut = isShut;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(port: number, asked: IncomingMessage, answer: ServerResponse): void {
    const { method = "", url = "", headers } = asked;
    this.asked.push(`${method} ${url}`);
    if (this.#isShut) {
      asked.socket.destroy();
      return;
    }
    if (this.#refusal?.method === method) {
      asked.resume();
      answer.writeHead(this.#refusal.status).end();
      return;
    }
    const onward = request({ host: "127.0.0.1", port, method, path: url, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    onward.on("error", () => asked.socket.destroy());
    asked.pipe(onward);
  }
}

import { createServer, request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** Stands before an HTTP server on loopback, and fails when it is told to. */
export class HttpProxy {
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;
  #refusal: { readonly status: number; readonly method: string } | null = null;

  private constructor(target: number) {
    this.#target = target;
  }

  /** `target` is the server's port. */
  static async start(target: number): Promise<HttpProxy> {
    const proxy = new HttpProxy(target);
    await proxy.start();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  /** From now on this method is answered so, and does not reach the server. */
  refuse(status: number, method: string): void {
    this.#refusal = { status, method };
  }

  /** From now on everything reaches the server. */
  accept(): void {
    this.#refusal = null;
  }

  /** Starts, or starts again on the same port. */
  async start(): Promise<void> {
    const server = createServer((incoming, outgoing) => {
      const refusal = this.#refusal;
      if (refusal !== null && refusal.method === incoming.method) {
        incoming.resume();
        outgoing.writeHead(refusal.status).end();
        return;
      }
      this.#passOn(incoming, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(outgoing);
      });
    });
    server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Nobody listens any more. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server !== null) {
      for (const socket of this.#sockets) {
        socket.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    }
  }

  /** With its own Host header: servers write addresses from it. */
  #passOn(incoming: IncomingMessage, take: (answer: IncomingMessage) => void): void {
    const { method, url: path, rawHeaders } = incoming;
    const headers: [string, string][] = [];
    for (let index = 0; index < rawHeaders.length; index += 2) {
      headers.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
    }
    const outgoing = request(
      { host: "127.0.0.1", port: this.#target, method, path, headers: Object.fromEntries(headers) },
      take,
    );
    outgoing.on("error", () => incoming.socket.destroy());
    incoming.pipe(outgoing);
  }
}

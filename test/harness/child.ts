import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { delimiter, join } from "node:path";
import { atExit } from "./cleanup.ts";

/** How long a program may take to end when it was asked to. */
const GRACE = 10_000;

export interface ChildOptions {
  /** File that takes standard output and standard error. */
  readonly log: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Also give the child a pipe as file descriptor 3. */
  readonly pipe?: boolean;
}

/** A program of ours: it dies with us, also when we are killed. */
export class Child {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(command: readonly [string, ...string[]], options: ChildOptions) {
    const output = openSync(options.log, "a");
    const stdio: StdioOptions = [
      "ignore",
      output,
      output,
      ...(options.pipe ? ["pipe" as const] : []),
    ];
    // The kernel then kills the child when this process dies, even by SIGKILL.
    const parameters = ["--pdeathsig", "KILL", "--", ...command];
    this.#process = spawn("setpriv", parameters, { stdio, env: options.env ?? process.env });
    const forget = atExit(() => this.#process.kill("SIGKILL"));
    this.#ended = new Promise((resolve) => {
      const end = (): void => {
        forget();
        resolve();
      };
      this.#process.once("exit", end);
      this.#process.once("error", end);
    });
  }

  get pipe(): NodeJS.ReadableStream {
    return this.#process.stdio[3] as NodeJS.ReadableStream;
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Asks the program to end, and kills it when it does not. */
  async stop(): Promise<void> {
    this.#process.kill("SIGTERM");
    await this.ended();
  }

  /** Resolves when the program has ended by itself or, after a while, was killed. */
  async ended(): Promise<void> {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), GRACE);
    await this.#ended;
    clearTimeout(timer);
  }

  /** Resolves when the program has ended by itself, however long that takes. */
  async closed(): Promise<void> {
    await this.#ended;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#ended;
  }
}

/** Where a program is: the PATH of a user often lacks the folders of servers. */
export function findProgram(name: string): string {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  const folder = folders.find((candidate) => existsSync(join(candidate, name)));
  if (folder === undefined) {
    throw new Error(`The program ${name} is missing; npm test installs it where it may.`);
  }
  return join(folder, name);
}

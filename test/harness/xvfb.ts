import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { Child, findProgram } from "./child.ts";
import { makeFolder } from "./cleanup.ts";

const SCREEN = "1280x900x24";

/** An X server without a screen. */
export class Xvfb {
  /** Such as ":5". */
  readonly display: string;
  readonly #server: Child;

  private constructor(server: Child, display: string) {
    this.#server = server;
    this.display = display;
  }

  static async start(): Promise<Xvfb> {
    const log = join(makeFolder(), "xvfb.log");
    const server = new Child(
      [findProgram("Xvfb"), "-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"],
      { log, pipe: true },
    );
    return new Xvfb(server, `:${await firstLine(server)}`);
  }

  /** Writes what the screen shows as a PNG file. */
  async screenshot(file: string): Promise<void> {
    await takeScreenshot(this.display, file);
  }

  /** Gives the keyboard to Thunderbird's only window; there is no window manager to do it. */
  async focusWindow(): Promise<void> {
    await this.#xdotool("search", "--onlyvisible", "--class", "thunderbird", "windowfocus");
  }

  /** Presses keys one after the other, by their X names: "Tab", "Return", "Escape", "a" … */
  async press(...keys: readonly string[]): Promise<void> {
    await this.#xdotool("key", ...keys);
  }

  async #xdotool(...command: readonly string[]): Promise<void> {
    const env = { ...process.env, DISPLAY: this.display };
    await promisify(execFile)("xdotool", command, { env });
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}

/** Writes what the screen of an X display shows as a PNG file. */
export async function takeScreenshot(display: string, file: string): Promise<void> {
  await promisify(execFile)("import", ["-display", display, "-window", "root", file]);
}

/** Xvfb chooses a free display and writes its number, once it can be used. */
async function firstLine(server: Child): Promise<string> {
  let text = "";
  for await (const chunk of server.pipe) {
    text += String(chunk);
    if (text.includes("\n")) {
      return text.trim();
    }
  }
  throw new Error("Xvfb ended before it had a display.");
}

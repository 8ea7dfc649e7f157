import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

/** What a call of the command line came to. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as it is built, in a folder of its own, and the files that calls are about. */
export class CommandLine {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async bundle(): Promise<CommandLine> {
    const folder = mkdtempSync(join(tmpdir(), "convene-cli-"));
    await build({
      entryPoints: { convene: "src/cli/convene.ts" },
      outdir: folder,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      logLevel: "warning",
    });
    cpSync("_locales", join(folder, "_locales"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    return new CommandLine(folder);
  }

  write(name: string, content: string | Uint8Array): string {
    const file = join(this.folder, name);
    writeFileSync(file, content);
    return file;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  run(words: readonly string[], input: string | Uint8Array = ""): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [this.path("convene.js"), ...words], {
        env: { ...process.env, TZ: "America/New_York" },
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
      child.on("error", reject);
      child.on("close", (code) => {
        resolve({
          code,
          stdout: Buffer.concat(stdout).toString(),
          stderr: Buffer.concat(stderr).toString(),
        });
      });
      // A call that reads no input may be gone before it is written.
      child.stdin.on("error", () => undefined);
      child.stdin.end(input);
    });
  }

  /** Starts a call whose output nobody reads. */
  runUnread(words: readonly string[]): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [this.path("convene.js"), ...words]);
      const stderr: Buffer[] = [];
      child.stdout.destroy();
      child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
      child.on("error", reject);
      child.on("close", (code) => {
        resolve({ code, stdout: "", stderr: Buffer.concat(stderr).toString() });
      });
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The objects of an output, one a line. */
export function records(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** The only invitation of a record. */
export function invitation(record: Record<string, unknown> | undefined): Record<string, unknown> {
  const [first = {}] = (record?.["invitations"] ?? []) as readonly Record<string, unknown>[];
  return first;
}

import { apply } from "./apply.ts";
import { check } from "./check.ts";
import { helpText } from "./help.ts";
import { invite } from "./invite.ts";
import { parseOptions, UsageError, type Options } from "./options.ts";
import { reply } from "./reply.ts";
import { rules } from "./rules.ts";
import { VERSION } from "./version.ts";

/** Exit code of a call that is written wrongly. */
const USAGE = 2;

type Command = (options: Options) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["check", check],
  ["apply", apply],
  ["reply", reply],
  ["rules", rules],
  ["invite", invite],
]);

async function run(words: readonly string[]): Promise<number> {
  const [name = "", ...rest] = words;
  if (words.includes("--help")) {
    process.stdout.write(helpText());
    return 0;
  }
  if (words.includes("--version")) {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new UsageError(name === "" ? "a command is missing" : `no command "${name}"`);
  }
  return command(parseOptions(rest));
}

/** A reader that closed its end early, such as `head`, wants no more. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) {
    throw error;
  }
  process.stderr.write(`convene: ${error.message.split("\n", 1)[0] ?? ""} (see --help)\n`);
  process.exitCode = USAGE;
}

/** Says in one line on stderr why not; gives the exit code. */
export function refuse(reason: string): number {
  process.stderr.write(`convene: ${reason.split("\n", 1)[0] ?? ""}\n`);
  return 1;
}

/** One card of the popup, as its hooks show it. */
export interface SeenCard {
  readonly state: string;
  readonly verdict: string;
  readonly findings: readonly SeenFinding[];
}

export interface SeenFinding {
  readonly rule: string;
  readonly text: string;
}

export function printMessage(number: number, title: string, cards: readonly SeenCard[]): void {
  console.log(`${String(number).padStart(2)}  ${title}`);
  if (cards.length === 0) {
    console.log("    no invitation: nothing is shown");
  }
  for (const { state, verdict, findings } of cards) {
    console.log(`    state ${state}, verdict ${verdict}`);
    for (const { rule, text } of findings) {
      console.log(`    - ${withoutIsolates(text)} (${rule})`);
    }
  }
}

/** The page keeps names apart by them; a terminal may show them as boxes. */
function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "");
}

/** A message as it came over the wire, with a margin. */
export function printReceived(received: {
  readonly bytes: Uint8Array;
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
}): void {
  const { bytes, mailFrom, rcptTo } = received;
  console.log("\nThe SMTP server has received:\n");
  console.log(`  | MAIL FROM:<${mailFrom}>`);
  for (const recipient of rcptTo) {
    console.log(`  | RCPT TO:<${recipient}>`);
  }
  for (const line of Buffer.from(bytes).toString("utf8").trimEnd().split("\r\n")) {
    console.log(`  | ${line}`);
  }
}

/** The tour of `npm start`: on the display where there is one, otherwise by itself under Xvfb. */
import { Xvfb } from "../../test/harness/xvfb.ts";
import { arrivals } from "./arrivals.ts";
import { printReceived } from "./report.ts";
import { isEdition, setStage, type Edition } from "./stage.ts";
import { makeTour } from "./tour.ts";

const display = process.env["DISPLAY"] ?? "";
const edition = readEdition();
if (display === "") {
  console.log("There is no display, so Thunderbird runs on a virtual one.\n");
  const screen = await Xvfb.start();
  await makeTour(edition, screen);
  await screen.stop();
} else {
  await openOn(display);
}
process.exit(0);

/** `npm start --edition store`, without "--" in between, hands on the word "store" alone. */
function readEdition(): Edition {
  const [word] = process.argv.slice(2).filter((argument) => argument !== "--edition");
  const name = word?.replace(/^--edition=/, "") ?? "calendar";
  if (!isEdition(name)) {
    console.error("npm start [-- --edition calendar|store]");
    process.exit(2);
  }
  return name;
}

/** The messages arrive one after the other; the rest is up to whoever sits there. */
async function openOn(screen: string): Promise<void> {
  const stage = await setStage(edition, screen);
  stage.smtp.onReceived = printReceived;
  for (const [index, { name, shows }] of arrivals.entries()) {
    await stage.deliver(name);
    console.log(`${String(index + 1).padStart(2)}  ${name}: ${shows}`);
  }
  console.log("\nOpen a message and press the add-on's button in its header. What is sent is");
  console.log("printed here and goes nowhere else. Close Thunderbird or press Ctrl-C to end.");
  await stage.thunderbird.closed();
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { parseLedger, printLedger } from "../../src/core/itip/ledger.ts";
import { factLines, play } from "./play.ts";
import { readScenario } from "./scenario.ts";

const FOLDER = "test/scenarios";
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".txt"),
);

describe.each(files)("%s", (file) => {
  it("goes as it is written", async () => {
    const scenario = readScenario(readFileSync(join(FOLDER, file), "utf8"));
    const { actual, expected, ledger } = await play(scenario);
    expect(expected.length).toBeGreaterThan(0);
    expect(actual).toEqual(expected);
    if (scenario.ledger !== null) {
      expect(factLines(ledger)).toEqual(scenario.ledger);
    }
    const printed = printLedger(ledger);
    const read = parseLedger(printed);
    expect(read.kind === "ledger" && printLedger(read.ledger)).toBe(printed);
  });
});

import { simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { BOSS, file, ME } from "./messages.ts";
import { CommandLine, type Outcome } from "./run.ts";

let convene: CommandLine;

beforeAll(async () => {
  convene = await CommandLine.bundle();
});

afterAll(() => {
  convene.remove();
});

function invite(content: Buffer, ...words: readonly string[]): Promise<Outcome> {
  const name = convene.write("event.ics", content);
  return convene.run(["invite", name, ...words, "--now", "2026-11-22T12:00:00Z"]);
}

const EVENT = file({ method: null, event: ["SEQUENCE:3"] });

/** The unfolded lines of the calendar object in a message. */
async function linesOf({ stdout }: Outcome): Promise<readonly string[]> {
  const { attachments } = await simpleParser(Buffer.from(stdout));
  const text = new TextDecoder().decode(attachments[0]?.content);
  return text.replaceAll("\r\n ", "").split("\r\n");
}

describe("convene invite", () => {
  it.each([
    ["--to asks those whom it names", ["--to", "eve@example.net"], "eve@example.net", "REQUEST", 3],
    ["--update tells everybody of a later version", ["--update"], ME, "REQUEST", 4],
    ["--cancel takes the event back from everybody", ["--cancel"], ME, "CANCEL", 4],
  ])("%s", async (_, words, recipient, method, sequence) => {
    const outcome = await invite(EVENT, ...words, "--me", BOSS);
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(outcome.stdout.split("\r\n").join("")).not.toMatch(/[\r\n]/);
    expect(await simpleParser(Buffer.from(outcome.stdout))).toMatchObject({
      from: { value: [{ address: BOSS }] },
      to: { value: [{ address: recipient }] },
      date: new Date("2026-11-22T12:00:00Z"),
    });
    const lines = await linesOf(outcome);
    expect(lines).toContain(`METHOD:${method}`);
    expect(lines).toContain(`SEQUENCE:${String(sequence)}`);
    expect(lines).toContain("DTSTAMP:20261122T120000Z");
    expect(lines).toContain(`ORGANIZER;CN=Boss:mailto:${BOSS}`);
    expect(lines.includes("STATUS:CANCELLED")).toBe(method === "CANCEL");
  });

  it("says who sends for the organizer (RFC 5545 §3.2.18)", async () => {
    const lines = await linesOf(await invite(EVENT, "--update", "--me", "desk@example.com"));
    expect(lines).toContain(`ORGANIZER;CN=Boss;SENT-BY="mailto:desk@example.com":mailto:${BOSS}`);
  });

  it.each([
    ["nothing", []],
    ["--update and --cancel", ["--update", "--cancel"]],
    ["--cancel for some alone", ["--cancel", "--to", ME]],
    ["no address", ["--to", "Eve"]],
  ])("does not understand %s", async (_, words) => {
    const { code, stdout, stderr } = await invite(EVENT, ...words, "--me", BOSS);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^convene: [^\n]+\n$/);
  });

  it.each([
    ["nobody is invited", file({ method: null, event: ["ATTENDEE"] })],
    ["there is no event", Buffer.from("")],
  ])("writes nothing where %s", async (_, content) => {
    const { code, stdout, stderr } = await invite(content, "--update", "--me", BOSS);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^convene: [^\n]+\n$/);
  });
});

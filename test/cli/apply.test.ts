import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { BOSS, file, ME, message, PLAIN } from "./messages.ts";
import { CommandLine, invitation, records } from "./run.ts";

let convene: CommandLine;

beforeAll(async () => {
  convene = await CommandLine.bundle();
  convene.write("first.eml", message({ fields: ["Message-ID: <first@example.com>"] }));
  convene.write(
    "update.eml",
    message({
      fields: ["Message-ID: <update@example.com>"],
      event: ["SEQUENCE:1", "LOCATION:Room 2"],
    }),
  );
  convene.write(
    "cancel.eml",
    message({
      fields: ["Message-ID: <cancel@example.com>"],
      method: "CANCEL",
      event: ["SEQUENCE:2", "STATUS:CANCELLED"],
    }),
  );
  convene.write(
    "answer.eml",
    message({
      fields: [`From: ${ME}`, "Message-ID: <answer@example.org>"],
      method: "REPLY",
      event: ["DTSTAMP:20261122T115930Z", `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ME}`],
    }),
  );
  convene.write("plain.eml", PLAIN);
  convene.write("no-uid.eml", message({ event: ["UID"] }));
});

afterAll(() => {
  convene.remove();
});

const AS_ME = ["--me", ME, "--now", "2026-11-22T12:00:00Z"];

async function apply(ledger: string, ...names: readonly string[]): Promise<readonly unknown[]> {
  const files = names.map((name) => convene.path(name));
  const { stdout } = await convene.run([
    "apply",
    ...files,
    "--ledger",
    convene.path(ledger),
    ...AS_ME,
  ]);
  return records(stdout).map((record) => ({
    ...record,
    file: names.find((name) => convene.path(name) === record["file"]),
  }));
}

describe("convene apply", () => {
  it("feeds messages in their order and says what became of each", async () => {
    const key = { uid: "1@example.com", recurrenceId: null };
    expect(
      await apply(
        "order.json",
        "first.eml",
        "update.eml",
        "first.eml",
        "cancel.eml",
        "plain.eml",
        "no-uid.eml",
      ),
    ).toEqual([
      { file: "first.eml", ...key, state: "new", applied: true },
      { file: "update.eml", ...key, state: "update", applied: true },
      { file: "first.eml", ...key, state: "stale", applied: false },
      { file: "cancel.eml", ...key, state: "cancelled", applied: true },
      expect.objectContaining({ file: "plain.eml", uid: null, applied: false }),
      expect.objectContaining({ file: "no-uid.eml", uid: null }),
    ]);
  });

  it("continues where the ledger ends", async () => {
    await apply("continued.json", "first.eml");
    expect(await apply("continued.json", "update.eml")).toMatchObject([{ state: "update" }]);
  });

  it("writes the same file for every order of the same messages", async () => {
    const names = ["first.eml", "update.eml", "cancel.eml", "answer.eml"];
    await apply("forward.json", ...names);
    await apply("backward.json", ...names.toReversed());
    await apply("twice.json", ...names, ...names);
    const [forward, backward, twice] = ["forward.json", "backward.json", "twice.json"].map((name) =>
      readFileSync(convene.path(name), "utf8"),
    );
    expect(backward).toBe(forward);
    expect(twice).toBe(forward);
  });

  it("tells check and reply what is known", async () => {
    await apply("known.json", "first.eml", "answer.eml");
    const ledger = ["--ledger", convene.path("known.json")];
    const checked = await convene.run(["check", convene.path("first.eml"), ...ledger, ...AS_ME]);
    expect(invitation(records(checked.stdout)[0])).toMatchObject({
      state: "new",
      answerNeeded: false,
      answered: { partstat: "ACCEPTED", sequence: 0, at: "2026-11-22T12:00:00Z" },
    });
    await apply("cancelled.json", "first.eml", "cancel.eml");
    const refused = await convene.run([
      ...["reply", convene.path("first.eml"), "--accept"],
      ...["--ledger", convene.path("cancelled.json"), ...AS_ME],
    ]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
  });

  it("is not written by check and reply", async () => {
    const ledger = convene.path("unwritten.json");
    await convene.run(["check", convene.path("first.eml"), "--ledger", ledger, ...AS_ME]);
    await convene.run([
      "reply",
      convene.path("first.eml"),
      "--accept",
      "--ledger",
      ledger,
      ...AS_ME,
    ]);
    expect(existsSync(ledger)).toBe(false);
  });

  it("prints an invitation each of a message with several", async () => {
    const instance = [
      "BEGIN:VEVENT",
      "UID:2@example.com",
      "RECURRENCE-ID:20261208T090000Z",
      "DTSTAMP:20261122T115900Z",
      "DTSTART:20261208T090000Z",
      `ORGANIZER:mailto:${BOSS}`,
      `ATTENDEE:mailto:${ME}`,
      "END:VEVENT",
    ];
    convene.write("several.ics", file({ components: instance }));
    expect(await apply("several.json", "several.ics")).toEqual([
      {
        file: "several.ics",
        uid: "1@example.com",
        recurrenceId: null,
        state: "new",
        applied: true,
      },
      {
        file: "several.ics",
        uid: "2@example.com",
        recurrenceId: "2026-12-08T09:00:00Z",
        state: "new",
        applied: true,
      },
    ]);
  });

  it("goes on behind a file that cannot be opened, and ends with 1 for it alone", async () => {
    const ledger = convene.path("unopened.json");
    const words = [
      "apply",
      convene.path("missing.eml"),
      convene.path("first.eml"),
      "--ledger",
      ledger,
    ];
    const { code, stdout, stderr } = await convene.run([...words, ...AS_ME]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(records(stdout)).toMatchObject([
      { error: expect.any(String) as string },
      { state: "new" },
    ]);
    expect(readFileSync(ledger, "utf8")).toContain("first@example.com");
    const stranger = convene.write("error.eml", message({ event: ["ORGANIZER"] }));
    expect((await convene.run(["apply", stranger, "--ledger", ledger, ...AS_ME])).code).toBe(0);
  });

  it("writes its ledger through a link, and leaves nothing beside it", async () => {
    const folder = convene.path("linked");
    mkdirSync(folder);
    const ledger = join(folder, "ledger.json");
    const link = convene.path("link.json");
    writeFileSync(ledger, "");
    symlinkSync(ledger, link);
    await convene.run(["apply", convene.path("first.eml"), "--ledger", link, ...AS_ME]);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder)).toEqual(["ledger.json"]);
    expect(readFileSync(ledger, "utf8")).toContain("1@example.com");
  });

  it("leaves what is no file as it is", async () => {
    const words = ["apply", convene.path("first.eml"), "--ledger", "/dev/null", ...AS_ME];
    expect((await convene.run(words)).code).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("says in one line that its ledger cannot be written", async () => {
    const words = [
      "apply",
      convene.path("first.eml"),
      "--ledger",
      convene.path("no/such/folder.json"),
    ];
    const { code, stderr } = await convene.run([...words, ...AS_ME]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });

  it("leaves a broken ledger as it is", async () => {
    const ledger = convene.write("broken.json", "{");
    const { code } = await convene.run([
      "apply",
      convene.path("first.eml"),
      "--ledger",
      ledger,
      ...AS_ME,
    ]);
    expect(code).toBe(2);
    expect(readFileSync(ledger, "utf8")).toBe("{");
  });
});

import { simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { BOSS, file, ME, message, PLAIN } from "./messages.ts";
import { CommandLine, type Outcome } from "./run.ts";

let convene: CommandLine;

beforeAll(async () => {
  convene = await CommandLine.bundle();
});

afterAll(() => {
  convene.remove();
});

const AS_ME = ["--me", ME, "--now", "2026-11-22T12:00:00Z"];

function reply(content: Buffer, ...words: readonly string[]): Promise<Outcome> {
  return convene.run(["reply", convene.write("invitation.eml", content), ...words, ...AS_ME]);
}

/** The unfolded lines of the calendar object in a message. */
async function linesOf({ stdout }: Outcome): Promise<readonly string[]> {
  const { attachments } = await simpleParser(Buffer.from(stdout));
  const text = new TextDecoder().decode(attachments[0]?.content);
  return text.replaceAll("\r\n ", "").split("\r\n");
}

describe("convene reply", () => {
  it.each([
    ["--accept", "ACCEPTED"],
    ["--tentative", "TENTATIVE"],
    ["--decline", "DECLINED"],
  ])("%s prints the complete message", async (word, partstat) => {
    const outcome = await reply(message(), word, "--comment", "Grüße");
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(outcome.stdout.split("\r\n").join("")).not.toMatch(/[\r\n]/);
    const lines = await linesOf(outcome);
    expect(lines).toContain(`ATTENDEE;PARTSTAT=${partstat}:mailto:${ME}`);
    expect(lines).toContain("DTSTAMP:20261122T120000Z");
    expect(lines).toContain("COMMENT:Grüße");
    const mail = await simpleParser(Buffer.from(outcome.stdout));
    expect(mail).toMatchObject({
      from: { value: [{ address: ME }] },
      to: { value: [{ address: BOSS }] },
      inReplyTo: "<1@example.com>",
    });
    expect(outcome.stdout).toContain("\r\nDate: Sun, 22 Nov 2026 12:00:00 +0000\r\n");
  });

  it("writes the same bytes for the same call", async () => {
    expect(await reply(message(), "--accept")).toEqual(await reply(message(), "--accept"));
  });

  it("--from names who answers", async () => {
    const outcome = await reply(message(), "--accept", "--from", "Alex Doe <other@example.org>");
    expect((await simpleParser(Buffer.from(outcome.stdout))).from?.value).toMatchObject([
      { name: "Alex Doe", address: "other@example.org" },
    ]);
    expect(await linesOf(outcome)).toContain(
      `ATTENDEE;SENT-BY="mailto:other@example.org";PARTSTAT=ACCEPTED:mailto:${ME}`,
    );
  });

  it("answers from the identity that is invited, not the default one", async () => {
    const name = convene.write("second.eml", message());
    const words = ["--me", "first@example.org", "--me", ME];
    const { stdout } = await convene.run(["reply", name, "--accept", ...words]);
    expect((await simpleParser(Buffer.from(stdout))).from?.value).toMatchObject([{ address: ME }]);
  });

  it("--delegate prints the REPLY, with --to-delegate the REQUEST", async () => {
    const toBoss = await reply(message(), "--delegate", "dora@example.org");
    expect((await simpleParser(Buffer.from(toBoss.stdout))).to).toMatchObject({
      value: [{ address: BOSS }],
    });
    expect(await linesOf(toBoss)).toContain("METHOD:REPLY");
    const toDora = await reply(message(), "--delegate", "dora@example.org", "--to-delegate");
    expect((await simpleParser(Buffer.from(toDora.stdout))).to).toMatchObject({
      value: [{ address: "dora@example.org" }],
    });
    expect(await linesOf(toDora)).toContain("METHOD:REQUEST");
  });

  it("--counter proposes another time, in UTC where no offset is given", async () => {
    const outcome = await reply(
      message(),
      "--counter",
      "2026-12-02T10:00/2026-12-02T12:00:00+01:00",
    );
    const lines = await linesOf(outcome);
    expect(lines).toContain("METHOD:COUNTER");
    expect(lines).toContain("DTSTART:20261202T100000Z");
    expect(lines).toContain("DTEND:20261202T110000Z");
  });

  it("--counter proposes days", async () => {
    const lines = await linesOf(await reply(message(), "--counter", "2026-12-02/2026-12-03"));
    expect(lines).toContain("DTSTART;VALUE=DATE:20261202");
    expect(lines).toContain("DTEND;VALUE=DATE:20261203");
  });

  it("--refresh asks for the latest version", async () => {
    expect(await linesOf(await reply(message(), "--refresh"))).toContain("METHOD:REFRESH");
    const unknown = message({ method: "CANCEL", event: ["STATUS:CANCELLED"] });
    expect(await linesOf(await reply(unknown, "--refresh"))).toContain("METHOD:REFRESH");
  });

  it("--occurrence answers for one of a series", async () => {
    const series = message({ event: ["RRULE:FREQ=DAILY;COUNT=3"] });
    const outcome = await reply(series, "--decline", "--occurrence", "2026-12-02T09:00:00Z");
    expect(await linesOf(outcome)).toContain("RECURRENCE-ID:20261202T090000Z");
    const none = await reply(series, "--decline", "--occurrence", "2026-12-09T09:00:00Z");
    expect(none).toMatchObject({ code: 1, stdout: "" });
    expect(none.stderr).toMatch(/^[^\n]+\n$/);
  });

  it("--invitation chooses among several", async () => {
    const second = [
      "BEGIN:VEVENT",
      "UID:2@example.com",
      "DTSTAMP:20261122T115900Z",
      "DTSTART:20261208T090000Z",
      `ORGANIZER:mailto:${BOSS}`,
      `ATTENDEE:mailto:${ME}`,
      "END:VEVENT",
    ];
    const content = message({ components: second });
    expect(await linesOf(await reply(content, "--accept", "--invitation", "2"))).toContain(
      "UID:2@example.com",
    );
    expect(await reply(content, "--accept", "--invitation", "3")).toMatchObject({
      code: 1,
      stdout: "",
    });
  });

  it("answers a bare file, and standard input", async () => {
    const name = convene.write("bare.ics", file());
    expect((await convene.run(["reply", name, "--accept", ...AS_ME])).code).toBe(0);
    expect((await convene.run(["reply", "-", "--accept", ...AS_ME], message())).code).toBe(0);
  });

  it.each([
    { what: "a message without an invitation", content: PLAIN, word: "--accept" },
    {
      what: "an event that is published",
      content: message({ method: "PUBLISH" }),
      word: "--accept",
    },
    {
      what: "one that cannot be addressed",
      content: message({ event: ["ORGANIZER:urn:uuid:1"] }),
      word: "--accept",
    },
    { what: "one without UID", content: message({ event: ["UID"] }), word: "--accept" },
    {
      what: "one's own event",
      content: message({ event: [`ORGANIZER:mailto:${ME}`] }),
      word: "--accept",
    },
    {
      what: "a refresh by a bystander",
      content: message({ event: ["ATTENDEE:mailto:c@example.net"] }),
      word: "--refresh",
    },
  ])("refuses $what with one line", async ({ content, word }) => {
    const { code, stdout, stderr } = await reply(content, word);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });

  it("refuses a file that cannot be opened with one line", async () => {
    const { code, stdout, stderr } = await convene.run([
      "reply",
      convene.path("missing.eml"),
      "--accept",
      ...AS_ME,
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });

  it.each([
    {
      what: "dangerous",
      content: message({ event: ["DESCRIPTION:javascript:alert(1)", "URL:javascript:alert(1)"] }),
    },
    {
      what: "past",
      content: message({ event: ["DTSTART:20200101T090000Z", "DTEND:20200101T100000Z"] }),
    },
    { what: "from a stranger", content: message({ fields: ["From: eve@example.net"] }) },
  ])("answers what is $what: the second click is the page's matter", async ({ content }) => {
    expect((await reply(content, "--accept")).code).toBe(0);
  });
});

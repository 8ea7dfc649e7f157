import { describe, expect, it } from "vitest";
import type { ScanView } from "../../../src/app/scan/scan.ts";
import type { Scanner } from "../../../src/app/scan/scanner.ts";
import { MAX_SCANNED_BYTES } from "../../../src/app/scan/read-listed.ts";
import { DEFAULTS } from "../../../src/app/settings.ts";
import { invitationMail, makeInvitation } from "../../e2e/invitation.ts";
import { DAY, MemoryMailbox, type Mail } from "./mailbox.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

function ordinary(changes: Partial<Mail> = {}): Mail {
  return { bytes: new TextEncoder().encode("Subject: x\r\n\r\nHello\r\n"), date: NOW, ...changes };
}

function invitation(uid: string, changes: Partial<Mail> = {}): Mail {
  return { bytes: invitationMail(makeInvitation({ uid })), date: NOW, ...changes };
}

/** A mailbox with ordinary mail, every tenth an invitation. */
function mailboxOf(count: number): MemoryMailbox {
  const mailbox = new MemoryMailbox(NOW);
  const mails = Array.from({ length: count }, (_, index) =>
    index % 10 === 3 ? invitation(`uid-${index}`) : ordinary(),
  );
  mailbox.add("INBOX", ["inbox"], mails);
  return mailbox;
}

async function scanAll(scanner: Scanner): Promise<ScanView> {
  await scanner.start();
  await scanner.wake();
  return scanner.read();
}

describe("a scan", () => {
  it("is not there before somebody asks for it", async () => {
    const scanner = mailboxOf(5).start();
    await scanner.wake();
    expect(await scanner.read()).toMatchObject({ state: "never", done: 0, total: 0 });
  });

  it("reads every message once, and finds the invitations", async () => {
    const mailbox = mailboxOf(250);
    const view = await scanAll(mailbox.start());

    expect(view).toMatchObject({
      state: "finished",
      done: 250,
      total: 250,
      counts: { read: 250, found: 25, tooLarge: 0, unreadable: 0 },
      endedAt: NOW,
    });
    expect(new Set(mailbox.reads).size).toBe(250);
    expect(mailbox.reads).toHaveLength(250);
    expect(mailbox.remembered).toHaveLength(25);
  });

  it("begins with what the user sent, then the inboxes", async () => {
    const mailbox = new MemoryMailbox(NOW);
    mailbox.add("Lists", [], [ordinary()]);
    mailbox.add("INBOX", ["inbox"], [ordinary()]);
    mailbox.add("Sent", ["sent"], [ordinary()]);
    await scanAll(mailbox.start());

    expect(mailbox.reads).toEqual(["0@Sent", "0@INBOX", "0@Lists"]);
  });

  it.each(["junk", "trash", "drafts", "templates", "outbox"])("leaves %s alone", async (use) => {
    const mailbox = new MemoryMailbox(NOW);
    mailbox.add("INBOX", ["inbox"], [ordinary()]);
    mailbox.add("Other", [use], [invitation("hidden")]);
    const view = await scanAll(mailbox.start());

    expect(mailbox.reads).toEqual(["0@INBOX"]);
    expect(view).toMatchObject({ done: 1, total: 1 });
  });

  it("passes over what is marked as junk, too old, or too large, and says how much", async () => {
    const mailbox = new MemoryMailbox(NOW);
    mailbox.settings = { ...DEFAULTS, scanMonths: 12 };
    mailbox.add(
      "INBOX",
      ["inbox"],
      [
        invitation("junk", { isJunk: true }),
        invitation("old", { date: NOW - 400 * DAY }),
        invitation("large", { size: MAX_SCANNED_BYTES + 1 }),
        invitation("good", { date: NOW - 300 * DAY }),
      ],
    );
    const view = await scanAll(mailbox.start());

    expect(mailbox.remembered).toEqual(["good"]);
    expect(view).toMatchObject({ done: 4, total: 4, counts: { read: 1, found: 1, tooLarge: 1 } });
  });

  it("reads all of it where no time span is set", async () => {
    const mailbox = new MemoryMailbox(NOW);
    mailbox.settings = { ...DEFAULTS, scanMonths: 0 };
    mailbox.add("INBOX", ["inbox"], [invitation("old", { date: NOW - 4000 * DAY })]);
    await scanAll(mailbox.start());

    expect(mailbox.remembered).toEqual(["old"]);
  });

  it.each(["INBOX", "a1"])("leaves out what the user left out: %s", async (leftOut) => {
    const mailbox = mailboxOf(5);
    mailbox.settings = { ...DEFAULTS, scanLeftOut: [leftOut] };
    expect(await scanAll(mailbox.start())).toMatchObject({ state: "finished", total: 0 });
    expect(mailbox.reads).toEqual([]);
  });

  it("tells how long it will take", async () => {
    const mailbox = mailboxOf(100);
    const scanner = mailbox.start();
    const seen: (number | null)[] = [];
    mailbox.beforeReading = async () => {
      mailbox.now += 100;
      seen.push((await scanner.read()).remainingMs);
    };
    await scanAll(scanner);

    expect(seen[0]).toBeNull();
    // After 60 of 100 messages, each of a tenth of a second, up to a slice of which is not counted.
    expect(seen[60]).toBeGreaterThanOrEqual(4000);
    expect(seen[60]).toBeLessThan(6100);
    expect((await scanner.read()).remainingMs).toBeNull();
  });
});

describe("a scan that is interrupted", () => {
  it("goes on after a kill at every message, without reading more than a slice again", async () => {
    for (let moment = 0; moment < 60; moment += 7) {
      const mailbox = mailboxOf(60);
      await killAt(mailbox, moment);
      const before = mailbox.reads.length;
      expect(await goOn(mailbox)).toMatchObject({
        state: "finished",
        done: 60,
        total: 60,
        counts: { read: 60, found: 6 },
      });
      expect(new Set(mailbox.remembered).size).toBe(6);
      expect(mailbox.remembered).toHaveLength(6);
      expect(mailbox.reads.length - before).toBeLessThanOrEqual(60 - moment + 20);
    }
  });

  it("waits for a folder whose list Thunderbird fetches anew after a kill", async () => {
    const mailbox = mailboxOf(60);
    await killAt(mailbox, 40);
    const whole = mailbox.folders.get("INBOX")?.mails ?? [];
    mailbox.add("INBOX", ["inbox"], whole.slice(0, 5));
    mailbox.onRest = () => {
      mailbox.add("INBOX", ["inbox"], whole);
    };
    expect(await goOn(mailbox)).toMatchObject({ state: "finished", done: 60, total: 60 });
    expect(new Set(mailbox.remembered).size).toBe(6);
  });

  it("reads on while Thunderbird fetches the list, whatever it counts meanwhile", async () => {
    const mailbox = mailboxOf(60);
    await killAt(mailbox, 40);
    const before = mailbox.reads.length;
    const whole = mailbox.folders.get("INBOX")?.mails ?? [];
    // All that was read is there again, and the count is what it was before the first message.
    mailbox.add("INBOX", ["inbox"], whole.slice(0, 45));
    mailbox.counts.set("INBOX", 0);
    let size = 45;
    mailbox.onRest = () => {
      size = Math.min(size + 5, whole.length);
      mailbox.add("INBOX", ["inbox"], whole.slice(0, size));
      if (size === whole.length) {
        mailbox.counts.delete("INBOX");
      }
    };
    expect(await goOn(mailbox)).toMatchObject({
      state: "finished",
      done: 60,
      total: 60,
      counts: { read: 60, found: 6, unreadable: 0 },
    });
    expect(mailbox.remembered).toHaveLength(6);
    expect(mailbox.reads.length - before).toBeLessThanOrEqual(40);
  });

  it("reads the other folders before it waits for one that Thunderbird cannot list", async () => {
    const mailbox = mailboxOf(60);
    mailbox.add("Lists", [], [ordinary()]);
    await killAt(mailbox, 40);
    const whole = mailbox.folders.get("INBOX")?.mails ?? [];
    mailbox.add("INBOX", ["inbox"], []);
    mailbox.counts.set("INBOX", null);
    mailbox.onRest = () => {
      expect(mailbox.reads.at(-1)).toBe("0@Lists");
      mailbox.add("INBOX", ["inbox"], whole);
      mailbox.counts.delete("INBOX");
      mailbox.onRest = () => undefined;
    };
    expect(await goOn(mailbox)).toMatchObject({ state: "finished", done: 61, total: 61 });
  });

  it("ends as complete where messages were deleted meanwhile", async () => {
    const mailbox = mailboxOf(60);
    await killAt(mailbox, 40);
    const whole = mailbox.folders.get("INBOX")?.mails ?? [];
    mailbox.add("INBOX", ["inbox"], whole.slice(0, 50));
    expect(await goOn(mailbox)).toMatchObject({
      state: "finished",
      done: 50,
      total: 50,
      counts: { read: 50, unreadable: 0 },
    });
  });

  it("counts as left for later what is not listed while Thunderbird is offline", async () => {
    const mailbox = mailboxOf(60);
    await killAt(mailbox, 40);
    mailbox.isOffline = true;
    const whole = mailbox.folders.get("INBOX")?.mails ?? [];
    mailbox.add("INBOX", ["inbox"], whole.slice(0, 50));
    expect(await goOn(mailbox)).toMatchObject({
      state: "finished",
      done: 60,
      total: 60,
      counts: { read: 50, unreadable: 10 },
    });
  });

  it("reads what is listed long after its end, and nothing for a single new message", async () => {
    const mailbox = mailboxOf(60);
    await killAt(mailbox, 40);
    const whole = mailbox.folders.get("INBOX")?.mails ?? [];
    mailbox.add("INBOX", ["inbox"], whole.slice(0, 50));
    await mailbox.start().wake();
    const read = mailbox.reads.length;

    const scanner = mailbox.start();
    mailbox.add("INBOX", ["inbox"], whole.slice(0, 51));
    await scanner.grown("INBOX");
    await scanner.wake();
    expect(mailbox.reads).toHaveLength(read);

    mailbox.add("INBOX", ["inbox"], whole);
    await scanner.grown("INBOX");
    await scanner.wake();
    expect(await scanner.read()).toMatchObject({
      state: "finished",
      done: 60,
      total: 60,
      counts: { read: 60, found: 6, unreadable: 0 },
    });
    expect(mailbox.reads).toHaveLength(read + 10);
  });

  it("counts what could not be read once, also when it is tried again after a kill", async () => {
    const mailbox = mailboxOf(60);
    const broken = mailbox.folders.get("INBOX")?.mails ?? [];
    broken[0] = ordinary({ bytes: "unreadable" });
    await killAt(mailbox, 40);
    expect(await goOn(mailbox)).toMatchObject({
      state: "finished",
      done: 60,
      total: 60,
      counts: { read: 59, unreadable: 1 },
    });
  });

  it("says what is missing where the folder does not come back", async () => {
    const mailbox = mailboxOf(60);
    await killAt(mailbox, 40);
    mailbox.add("INBOX", ["inbox"], []);
    const { state, done, counts } = await goOn(mailbox);
    expect({ state, done }).toEqual({ state: "finished", done: 60 });
    expect(counts.unreadable).toBeGreaterThan(0);
  });

  it("looks once more where messages are deleted or come while it reads", async () => {
    const mailbox = mailboxOf(60);
    const mails = mailbox.folders.get("INBOX")?.mails ?? [];
    mailbox.add("Lists", [], [ordinary()]);
    mailbox.beforeReading = (key) => {
      if (key === "30@INBOX") {
        mails.splice(50);
      }
      if (key === "0@Lists") {
        mailbox.add("Lists", [], [ordinary(), ordinary()]);
      }
      return undefined;
    };
    let moments = 0;
    mailbox.onRest = () => {
      moments += 1;
    };
    const view = await scanAll(mailbox.start());
    expect(view).toMatchObject({
      state: "finished",
      done: 52,
      total: 52,
      counts: { read: 52, unreadable: 0 },
    });
    expect(moments).toBeLessThanOrEqual(2);
  });

  it("rests while it is paused, also over a restart, and goes on when asked", async () => {
    const mailbox = mailboxOf(100);
    const scanner = mailbox.start();
    mailbox.beforeReading = () => {
      if (mailbox.reads.length === 30) {
        void scanner.pause();
      }
    };
    await scanAll(scanner);
    expect(await scanner.read()).toMatchObject({ state: "paused", remainingMs: null });
    const read = mailbox.reads.length;

    const next = mailbox.start();
    await next.wake();
    expect(mailbox.reads).toHaveLength(read);
    mailbox.beforeReading = () => undefined;
    await next.resume();
    await next.wake();
    expect(await next.read()).toMatchObject({ state: "finished", done: 100 });
    expect(mailbox.reads).toHaveLength(100);
  });

  it("stops for good when it is cancelled", async () => {
    const mailbox = mailboxOf(100);
    const scanner = mailbox.start();
    mailbox.beforeReading = () => {
      if (mailbox.reads.length === 30) {
        void scanner.cancel();
      }
    };
    await scanAll(scanner);
    expect(await scanner.read()).toMatchObject({ state: "cancelled", endedAt: NOW });
    await scanner.resume();
    await scanner.wake();
    expect((await scanner.read()).state).toBe("cancelled");
    expect(mailbox.reads.length).toBeLessThan(40);
  });

  it("begins anew when it is started again", async () => {
    const mailbox = mailboxOf(30);
    const scanner = mailbox.start();
    await scanAll(scanner);
    expect(await scanAll(scanner)).toMatchObject({ state: "finished", done: 30, total: 30 });
    expect(mailbox.reads).toHaveLength(60);
  });

  it("started twice at once is one scan", async () => {
    const mailbox = mailboxOf(30);
    const scanner = mailbox.start();
    await Promise.all([scanner.start(), scanner.start()]);
    await scanner.wake();
    expect(await scanner.read()).toMatchObject({ state: "finished", done: 30, total: 30 });
  });

  /** The process ends while it reads a message: what it would do later is never done. */
  async function killAt(mailbox: MemoryMailbox, moment: number): Promise<void> {
    const scanner = mailbox.start();
    await scanner.start();
    await new Promise<void>((resolve) => {
      mailbox.beforeReading = () => {
        if (mailbox.reads.length < moment) {
          return undefined;
        }
        resolve();
        return new Promise(() => undefined);
      };
    });
    mailbox.beforeReading = () => undefined;
  }

  /** In a new life, to its end. */
  async function goOn(mailbox: MemoryMailbox): Promise<ScanView> {
    const scanner = mailbox.start();
    await scanner.wake();
    return scanner.read();
  }
});

describe("messages that cannot be read", () => {
  it("are counted, and read when asked for later", async () => {
    const mailbox = new MemoryMailbox(NOW);
    const mails = [ordinary(), invitation("late", { bytes: "unreadable" }), ordinary()];
    mailbox.add("INBOX", ["inbox"], mails);
    const scanner = mailbox.start();
    expect(await scanAll(scanner)).toMatchObject({
      state: "finished",
      done: 3,
      counts: { read: 2, unreadable: 1 },
    });

    mailbox.add("INBOX", ["inbox"], [ordinary(), invitation("late"), ordinary()]);
    await scanner.resume();
    await scanner.wake();
    expect(await scanner.read()).toMatchObject({
      state: "finished",
      done: 3,
      counts: { read: 3, found: 1, unreadable: 0 },
    });
    expect(mailbox.remembered).toEqual(["late"]);
    expect(mailbox.reads).toHaveLength(4);
  });

  it("do not hold up the other folders for long where a server is away", async () => {
    const mailbox = new MemoryMailbox(NOW);
    const away = Array.from({ length: 500 }, () => ordinary({ bytes: "unreadable" }));
    mailbox.add("INBOX", ["inbox"], away);
    mailbox.add("Lists", [], [invitation("here")]);
    expect(await scanAll(mailbox.start())).toMatchObject({
      state: "finished",
      done: 501,
      total: 501,
      counts: { read: 1, found: 1, unreadable: 500 },
    });
    expect(mailbox.reads.length).toBeLessThanOrEqual(101);
  });
});

it("says what went wrong when nothing can be kept any more, and stays where it was", async () => {
  const mailbox = mailboxOf(50);
  const scanner = mailbox.start();
  mailbox.beforeReading = () => {
    Object.defineProperty(mailbox.kept, "scan", {
      set() {
        throw new Error("the disk is full");
      },
    });
  };
  await scanAll(scanner);
  expect(await scanner.read()).toMatchObject({
    state: "paused",
    problem: expect.stringContaining("the disk is full") as string,
  });
});

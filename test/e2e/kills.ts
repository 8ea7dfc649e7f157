import { randomFrom } from "../fuzz/mutate.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { askBackground } from "./ask-background.ts";
import type { Edition } from "./edition.ts";
import { invitationMail, makeInvitation, type Invitation } from "./invitation.ts";
import { doubledItems, readRecord, type KeptRecord } from "./kept-record.ts";
import { Stage } from "./stage.ts";

/** What Thunderbird was doing when it was killed. */
type Occupation = "arrivals" | "answer" | "scan";

const OCCUPATIONS: readonly Occupation[] = ["arrivals", "answer", "answer", "scan"];

/** What became of all kills. */
export interface KillReport {
  readonly kills: number;
  readonly occupations: Readonly<Record<string, number>>;
  readonly delivered: number;
  /** Clicks that were written down, by what became of them. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Outcome unknown, and the server never had the message. */
  readonly unknownWithoutData: number;
  readonly sentMessages: number;
  /** What must not be. */
  readonly broken: readonly string[];
}

export interface KillPlan {
  readonly kills: number;
  readonly seed: number;
  readonly edition: Edition;
  readonly log?: (line: string) => void;
}

/**
 * Kills Thunderbird at random moments while mail arrives, answers leave and mail is scanned, and
 * looks after each restart at what is remembered and what the server got.
 */
export async function killAgainAndAgain(plan: KillPlan): Promise<KillReport> {
  const stage = await Stage.start(plan.edition, { sendInBackground: true });
  try {
    return await new Killing(stage, plan).run();
  } finally {
    await stage.stop();
  }
}

class Killing {
  readonly #stage: Stage;
  readonly #plan: KillPlan;
  readonly #random: () => number;
  readonly #delivered: Invitation[] = [];
  readonly #occupations = new Map<string, number>();
  readonly #clicked = new Set<string>();
  readonly #broken: string[] = [];
  #known: KeptRecord = { events: [], intents: [] };

  constructor(stage: Stage, plan: KillPlan) {
    this.#stage = stage;
    this.#plan = plan;
    this.#random = randomFrom(plan.seed);
  }

  async run(): Promise<KillReport> {
    await this.#deliver(1);
    for (let kill = 1; kill <= this.#plan.kills; kill += 1) {
      const occupation = OCCUPATIONS[this.#below(OCCUPATIONS.length)] ?? "arrivals";
      this.#occupations.set(occupation, (this.#occupations.get(occupation) ?? 0) + 1);
      await this.#killDuring(occupation);
      const before = this.#broken.length;
      await this.#check(`kill ${kill} during ${occupation}`);
      const complaints = this.#broken.slice(before);
      this.#plan.log?.([`kill ${kill} during ${occupation}`, ...complaints].join("\n  "));
    }
    await this.#expectEveryEvent();
    return this.#report();
  }

  /** Something is begun, and the end comes somewhere within. */
  async #killDuring(occupation: Occupation): Promise<void> {
    const release = this.#random() < 0.3 ? this.#stage.smtp.stall() : null;
    const doomed = Promise.allSettled([this.#occupy(occupation)]);
    // Mostly what was begun stands in the record by then: its consequences are what is cut short.
    await (this.#random() < 0.25 ? Promise.race([doomed, pause(this.#below(3000))]) : doomed);
    await pause(this.#below(LONGEST[occupation]));
    await this.#stage.thunderbird.kill();
    await doomed;
    release?.();
    await waitUntil("the server is done", () => this.#stage.smtp.stalling === 0);
    await this.#stage.restart();
  }

  async #occupy(occupation: Occupation): Promise<void> {
    switch (occupation) {
      case "arrivals":
        return this.#deliver(1 + this.#below(5));
      case "answer":
        return this.#answer();
      case "scan":
        return this.#scan();
    }
  }

  async #deliver(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const invitation = makeInvitation();
      this.#delivered.push(invitation);
      this.#stage.dovecot.deliver(invitationMail(invitation));
    }
    await this.#stage.thunderbird.call("updateFolder", "Inbox");
  }

  async #answer(): Promise<void> {
    const open = this.#delivered.filter(({ uid }) => !this.#clicked.has(uid));
    const invitation = open[this.#below(open.length)];
    if (invitation === undefined) {
      return this.#deliver(2);
    }
    await this.#stage.show(invitation.messageId);
    const popup = await this.#stage.openPopup();
    const action = ["accept", "tentative", "decline"][this.#below(3)] ?? "accept";
    this.#clicked.add(invitation.uid);
    await popup.click(`button[data-action="${action}"]`, 1 + this.#below(3));
  }

  async #scan(): Promise<void> {
    await askBackground(this.#stage, "startScan");
  }

  async #check(when: string): Promise<void> {
    const record = await waitUntil(
      "what was under way is found out",
      async () => {
        const read = await readRecord(this.#stage);
        return read.intents.every(({ state }) => state !== "pending") && read;
      },
      60_000,
    );
    const complain = (what: string): void => {
      this.#broken.push(`${when}: ${what}`);
    };
    this.#known.events
      .filter(({ uid }) => !record.events.some((event) => event.uid === uid))
      .forEach(({ uid }) => {
        complain(`${uid} is lost`);
      });
    this.#known.intents
      .filter(({ id }) => !record.intents.some((intent) => intent.id === id))
      .forEach(({ card }) => {
        complain(`the click on ${card} is lost`);
      });
    doubledItems(record).forEach((source) => {
      complain(`${source} is doubled`);
    });
    for (const { card, state, messageIds } of record.intents) {
      const counts = messageIds.map((messageId) => this.#received(messageId));
      const allowed = COUNTS[state] ?? [];
      if (!counts.every((count) => allowed.includes(count))) {
        complain(`${card} is ${state}, and the server got ${counts.join()}`);
      }
    }
    this.#known = record;
  }

  #received(messageId: string): number {
    return this.#stage.smtp.received.filter(({ bytes }) =>
      bytes.toString("latin1").includes(`<${messageId}>`),
    ).length;
  }

  /** What no kill let be recorded is found by a scan; then each message stands there once. */
  async #expectEveryEvent(): Promise<void> {
    await askBackground(this.#stage, "startScan");
    await waitUntil(
      "the scan is finished",
      async () =>
        (await askBackground<{ state: string }>(this.#stage, "readScan")).state === "finished",
      120_000,
    );
    const record = await readRecord(this.#stage);
    for (const { uid, messageId } of this.#delivered) {
      const facts = record.events
        .filter((event) => event.uid === uid)
        .flatMap(({ sources }) => sources.filter((source) => source === `${messageId} REQUEST`));
      if (facts.length !== 1) {
        this.#broken.push(`at the end: ${uid} stands there ${facts.length} times`);
      }
    }
    const answered = new Set(record.intents.map(({ card }) => card));
    if (answered.size < record.intents.length) {
      this.#broken.push("at the end: one click stands there twice");
    }
    this.#known = record;
  }

  #report(): KillReport {
    const { intents } = this.#known;
    const unknown = intents.filter(({ state }) => state === "unknown");
    const isLost = (messageId: string): boolean => this.#received(messageId) === 0;
    return {
      kills: this.#plan.kills,
      occupations: Object.fromEntries(this.#occupations),
      delivered: this.#delivered.length,
      outcomes: Object.fromEntries(
        [...new Set(intents.map(({ state }) => state))].map((state) => [
          state,
          intents.filter((intent) => intent.state === state).length,
        ]),
      ),
      unknownWithoutData: unknown.filter(({ messageIds }) => messageIds.every(isLost)).length,
      sentMessages: this.#stage.smtp.received.length,
      broken: this.#broken,
    };
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

/** Milliseconds within which the moment lies, once it was begun. */
const LONGEST: Readonly<Record<Occupation, number>> = { arrivals: 1500, answer: 2000, scan: 1500 };

/** How often the server may have got the message of a click in each state. */
const COUNTS: Readonly<Record<string, readonly number[]>> = {
  sent: [1],
  queued: [0],
  failed: [0],
  unknown: [0, 1],
  recorded: [],
};

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

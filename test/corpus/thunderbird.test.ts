import { describe, expect, it } from "vitest";

import { Stage, type Received } from "../attacks/stage.ts";
import { hasCorpus, readCorpus, whyPassedOver } from "./corpus.ts";

const RECEIVER = "receiver@example.com";
const UID = "02e79b96";

function stageFor(me = RECEIVER): Stage {
  return new Stage({
    now: Date.UTC(2022, 2, 18, 20),
    addresses: { identities: [me], aliases: [] },
  });
}

function messageNamed(name: string): Uint8Array {
  return readCorpus(`thunderbird/${name}.eml`);
}

/** What became of the last of some messages. */
async function receiveAll(...names: readonly string[]): Promise<Received> {
  const stage = stageFor();
  const received: Received[] = [];
  for (const name of names) {
    received.push(await stage.receive(messageNamed(name)));
  }
  const last = received.at(-1);
  if (last === undefined) {
    throw new Error("no message was named");
  }
  return last;
}

/** Fields of a card's changes. */
function changed({ card }: Received): readonly string[] {
  return card.changes.map(({ field }) => field);
}

describe.skipIf(!hasCorpus)(`Thunderbird's own fixtures${whyPassedOver}`, () => {
  it.each([
    ["single-event", "REQUEST", UID, null, 0, "new", "sender@example.com"],
    ["update-minor", "REQUEST", UID, null, 0, "new", "sender@example.com"],
    ["update-major", "REQUEST", UID, null, 2, "new", "sender@example.com"],
    ["cancel-single-event", "CANCEL", UID, null, 1, "unknown-event", "sender@example.com"],
    ["repeat-event", "REQUEST", UID, null, 0, "new", "sender@example.com"],
    ["repeat-update-minor", "REQUEST", UID, null, 0, "new", "sender@example.com"],
    ["repeat-update-major", "REQUEST", UID, null, 2, "new", "sender@example.com"],
    ["cancel-repeat-event", "CANCEL", UID, null, 1, "unknown-event", "sender@example.com"],
    ["exception-minor", "REQUEST", UID, "2022-03-17T11:00:00Z", 0, "new", "sender@example.com"],
    ["exception-major", "REQUEST", UID, "2022-03-17T11:00:00Z", 2, "new", "sender@example.com"],
    [
      "event-with-file-attachment",
      "REQUEST",
      "02e79b96-file",
      null,
      0,
      "new",
      "sender@example.com",
    ],
  ])("%s is a %s", async (name, method, uid, recurrenceId, sequence, state, organizer) => {
    const received = await receiveAll(name);

    expect(received.inspection.invitations).toHaveLength(1);
    expect(received).toMatchObject({ state });
    expect(received.card).toMatchObject({
      ref: { uid, recurrenceId },
      method,
      sequence,
      role: "attendee",
      me: RECEIVER,
      matchedBy: "exact",
      partstat: "NEEDS-ACTION",
      organizer: { address: organizer },
    });
  });

  it.each([
    ["meet-meeting-invite", "65m17hsdolmotv3kvmrtg40ont@google.com", "example@gmail.com"],
    [
      "outlook-test-invite",
      "030000008200E00074C5B7101A82E0080000000060B608D090DDD7010000000000000000100000004BE0CFFA54BCF64E956E34143362C3C0",
      "marge@example.org",
    ],
    [
      "teams-meeting-invite",
      "056000008200E00074C5B7101A82E008000000001AF84C64CBC8D601000000000000000010000000403B5AC10A0EB444A947D2B499A4B98C",
      "marge@example.com",
    ],
  ])("%s, as a service sends it, has no problem", async (name, uid, organizer) => {
    const received = await receiveAll(name);

    expect(received.state).toBe("new");
    expect(received.card).toMatchObject({ ref: { uid }, method: "REQUEST", replyTo: organizer });
    expect(received.broken.filter((rule) => rule.endsWith("error"))).toEqual([]);
    expect(received.inspected.actions).toContain("accept");
  });

  it("shows the two copies of Google's object as one invitation", async () => {
    const { inspection, broken } = await receiveAll("meet-meeting-invite");

    expect(inspection.invitations.map(({ invitation }) => invitation.copies.length)).toEqual([2]);
    expect(broken).toEqual([]);
  });

  it.each([
    ["message-containing-event", "20160824T204000Z-568860280@example.com"],
    ["message-non-invite", "1e5fd4e6-bc52-439c-ac76-40da54f57c77@secure.example.com"],
  ])("takes %s for an event that asks for no answer", async (name, uid) => {
    const received = await receiveAll(name);

    expect(received.state).toBe("published");
    expect(received.card.ref.uid).toBe(uid);
    expect(received.inspected.actions).toEqual(["record", "ignore"]);
    expect(received.inspected.answerNeeded).toBeNull();
  });

  it("finds a calendar under a disguised type, though without METHOD and organizer", async () => {
    const received = await receiveAll("webext-invite");

    expect(received.card.ref.uid).toBe("36138BFC6A7B03EFC2258776003DB5C5");
    expect(received.verdict).toBe("unusable");
    expect(received.broken).toEqual(
      expect.arrayContaining(["method-present: error", "organizer-present: error"]),
    );
  });

  it("finds the file that an attachment names on the reader's disk", async () => {
    expect((await receiveAll("event-with-file-attachment")).broken).toContain(
      "attachments-not-local: error",
    );
  });
});

describe.skipIf(!hasCorpus)(`Thunderbird's own conversations${whyPassedOver}`, () => {
  // Of a minor update Thunderbird's tests say that time and SEQUENCE stay; here the place counts too.
  it.each([
    ["single-event", "update-minor"],
    ["repeat-event", "repeat-update-minor"],
  ])(
    "%s and %s: another place at one SEQUENCE is a change that should have had its own",
    async (...names) => {
      const received = await receiveAll(...names);

      expect(received.state).toBe("update");
      expect(changed(received)).toEqual(["location", "summary", "description"]);
      expect(received.noted).toContain("sequence-incremented");
    },
  );

  it.each([
    ["single-event", "update-major"],
    ["repeat-event", "repeat-update-major"],
  ])("%s and %s: another time asks for another answer", async (...names) => {
    const received = await receiveAll(...names);

    expect(received).toMatchObject({ state: "update", applied: true });
    expect(changed(received)).toEqual(expect.arrayContaining(["start", "end"]));
    expect(received.inspected.answerNeeded).toBe(true);
  });

  it.each([
    ["update-major", "single-event"],
    ["repeat-update-major", "repeat-event"],
  ])("%s, then %s: what comes late is outdated", async (...names) => {
    expect((await receiveAll(...names)).state).toBe("stale");
  });

  it.each([
    ["single-event", "cancel-single-event"],
    ["repeat-event", "cancel-repeat-event"],
  ])("%s and %s: the event is cancelled", async (...names) => {
    const received = await receiveAll(...names);

    expect(received).toMatchObject({ state: "cancelled", applied: true });
    expect(received.inspected.actions).toEqual(["apply", "ignore"]);
  });

  it("repeat-event and exception-major: one occurrence was moved", async () => {
    const received = await receiveAll("repeat-event", "exception-major");

    expect(received.state).toBe("update");
    expect(received.card.changes).toContainEqual({
      field: "start",
      old: "2022-03-17T11:00:00Z",
      new: "2022-03-17T05:00:00Z",
    });
  });

  it("repeat-event and exception-minor: one occurrence is told apart at its own time", async () => {
    const received = await receiveAll("repeat-event", "exception-minor");

    expect(received.state).toBe("update");
    expect(changed(received)).toEqual(["location", "summary", "description"]);
  });

  it("repeat-event, cancel-repeat-event and repeat-event: what was cancelled is not asked again", async () => {
    expect((await receiveAll("repeat-event", "cancel-repeat-event", "repeat-event")).state).toBe(
      "stale",
    );
  });

  it("ends the same in every order of arrival", async () => {
    const names = ["single-event", "update-minor", "update-major", "cancel-single-event"];
    const states = new Set<string>();
    for (const order of [names, names.toReversed(), [...names.slice(2), ...names.slice(0, 2)]]) {
      const stage = stageFor();
      for (const name of order) {
        await stage.receive(messageNamed(name));
      }
      const opened = await Promise.all(names.map((name) => stage.open(messageNamed(name))));
      states.add(opened.map(({ state }) => state).join(", "));
    }

    expect([...states]).toHaveLength(1);
  });
});

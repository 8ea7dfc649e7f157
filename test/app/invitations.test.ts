import { describe, expect, it } from "vitest";
import { answerInvitation } from "../../src/app/answer-invitation.ts";
import { readInvitations, showListed } from "../../src/app/invitations.ts";
import type { ListedInvitation } from "../../src/app/listed-invitation.ts";
import { showMessage } from "../../src/app/show-message.ts";
import { memoryWorld } from "../attacks/world.ts";
import { ME } from "../core/rules/rule-tester.ts";
import { invitationMail, makeInvitation, type Invitation } from "../e2e/invitation.ts";
import { click } from "./clicking.ts";

const ATTENDEE = `ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${ME}`;

class Desk {
  readonly #memory = memoryWorld();
  readonly #uids = new Set<string>();

  async receive(changes: Partial<Invitation> = {}): Promise<Invitation> {
    const invitation = makeInvitation({ attendees: [ATTENDEE], ...changes });
    const { world, deliver } = this.#memory;
    const message = deliver(new Uint8Array(invitationMail(invitation)));
    this.#uids.add(invitation.uid);
    const view = await showMessage(message, world);
    expect(view.kind).toBe("inspected");
    return invitation;
  }

  async accept(messageId: number, { uid, messageId: source }: Invitation): Promise<void> {
    const ref = { messageId, source, index: 0, uid, recurrenceId: null, occurrence: null };
    await answerInvitation(click({ ref }, "accept", { confirmed: true }), this.#memory.world);
  }

  forget(uid: string): void {
    this.#uids.delete(uid);
  }

  async list(): Promise<readonly ListedInvitation[]> {
    const archive = { uids: () => Promise.resolve([...this.#uids]) };
    return readInvitations(this.#memory.world, archive);
  }
}

describe("the list of invitations", () => {
  it("has every invitation that was looked at", async () => {
    const desk = new Desk();
    await desk.receive({ summary: "Budget" });
    await desk.receive({ summary: "Workshop" });

    expect((await desk.list()).map(({ title, section }) => [title, section])).toEqual([
      ["Budget", "open"],
      ["Workshop", "open"],
    ]);
  });

  it("asks no more once the answer is given", async () => {
    const desk = new Desk();
    await desk.accept(0, await desk.receive());

    expect(await desk.list()).toMatchObject([
      { section: "other", answered: { partstat: "ACCEPTED" } },
    ]);
  });

  it("asks again when the event is moved", async () => {
    const desk = new Desk();
    const { uid } = makeInvitation();
    await desk.accept(0, await desk.receive({ uid }));
    await desk.receive({ uid, sequence: 1, times: ["DTSTART:20270102T100000Z"] });

    expect(await desk.list()).toMatchObject([{ section: "changed", sequence: 1 }]);
  });

  it("forgets what the ledger forgot", async () => {
    const desk = new Desk();
    desk.forget((await desk.receive()).uid);

    expect(await desk.list()).toEqual([]);
  });

  it("says so where the message is in no folder", async () => {
    expect(await showListed("nowhere@example.org", memoryWorld().world)).toEqual({
      kind: "no-message",
    });
  });
});

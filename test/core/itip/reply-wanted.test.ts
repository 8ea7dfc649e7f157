import { describe, expect, it } from "vitest";
import { receive } from "../../attacks/stage.ts";
import { ME } from "../rules/rule-tester.ts";

describe("whether the organizer wants an answer", () => {
  it.each([
    { event: [`ATTENDEE:mailto:${ME}`], isWanted: true },
    { event: [`ATTENDEE;RSVP=TRUE:mailto:${ME}`], isWanted: true },
    { event: [`ATTENDEE;RSVP=FALSE:mailto:${ME}`], isWanted: false },
    { event: [`ATTENDEE;RSVP=false:mailto:${ME}`], isWanted: false },
    { event: [`ATTENDEE;RSVP=NO:mailto:${ME}`], isWanted: true },
    {
      event: [`ATTENDEE;RSVP=TRUE:mailto:${ME}`, "ATTENDEE;RSVP=FALSE:mailto:bob@example.net"],
      isWanted: true,
    },
    {
      event: [`ATTENDEE;RSVP=TRUE:mailto:${ME}`, "X-MICROSOFT-ISRESPONSEREQUESTED:FALSE"],
      isWanted: false,
    },
    {
      event: [`ATTENDEE:mailto:${ME}`, "X-MICROSOFT-ISRESPONSEREQUESTED:TRUE"],
      isWanted: true,
    },
  ])("is read from the invitation: $event, $isWanted", async ({ event, isWanted }) => {
    const { card } = await receive({ event });

    expect(card.replyWanted).toBe(isWanted);
    expect(card.actions).toContain("accept");
  });
});

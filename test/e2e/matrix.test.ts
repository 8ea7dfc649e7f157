import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../harness/page.ts";
import type { Received } from "../harness/smtp.ts";
import { checkRestrictions } from "../interop/check-restrictions.ts";
import { readWithPython } from "../interop/read-with-python.ts";
import { EDITIONS } from "./edition.ts";
import { expectConformingReply } from "./expect-reply.ts";
import {
  berlin,
  daysAhead,
  invitationMail,
  makeInvitation,
  type Invitation,
} from "./invitation.ts";
import { readPreview, type SeenLetter } from "./preview.ts";
import { linesOf, readReply } from "./read-reply.ts";
import { Stage } from "./stage.ts";

const DAY = daysAhead(20);
const NEXT_DAY = daysAhead(21);

/** Named so that answers are worded by texts that are read from the package. */
const ORGANIZER = "ORGANIZER;LANGUAGE=en-GB;CN=Jürgen Öztürk:mailto:juergen@example.com";

const ODD_ZONE = '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"';

const SHAPES: readonly { readonly shape: string; readonly times: readonly string[] }[] = [
  { shape: "a series", times: [...berlin(DAY), "RRULE:FREQ=DAILY;COUNT=9"] },
  {
    shape: "one instance of a series",
    times: [`RECURRENCE-ID;TZID=Europe/Berlin:${DAY}T090000`, ...berlin(DAY)],
  },
  {
    shape: "an all-day event",
    times: [`DTSTART;VALUE=DATE:${DAY}`, `DTEND;VALUE=DATE:${NEXT_DAY}`],
  },
  {
    shape: "a zone with an odd name",
    times: [`DTSTART;TZID=${ODD_ZONE}:${DAY}T100000`, `DTEND;TZID=${ODD_ZONE}:${DAY}T110000`],
  },
  { shape: "a floating time", times: [`DTSTART:${DAY}T100000`, `DTEND:${DAY}T110000`] },
];

const ANSWERS = [
  { action: "accept", partstat: "ACCEPTED" },
  { action: "tentative", partstat: "TENTATIVE" },
  { action: "decline", partstat: "DECLINED" },
] as const;

const CASES = SHAPES.flatMap((shape) => ANSWERS.map((answer) => ({ ...shape, ...answer })));

describe.each(EDITIONS)("the $name edition", (edition) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(edition, { sendInBackground: true });
    await stage.thunderbird
      .background(edition.id)
      .evaluate(async () => browser.storage.local.set({ replyLanguage: "invitation" }));
  });

  afterAll(async () => {
    await stage.stop();
  });

  it.each(CASES)("answers $shape: $action, as previewed", async ({ times, action, partstat }) => {
    const invitation = makeInvitation({ times, organizer: ORGANIZER });
    const after = Date.now();
    const { seen, letters } = await answer(invitation, action);

    await expectConformingReply(only(letters), { invitation, partstat, comment: null, after });
    await expectAsPreviewed(seen, letters);
  });

  it("answers one occurrence of a series that is chosen by its date", async () => {
    const [series] = SHAPES;
    const invitation = makeInvitation({ times: series?.times ?? [], organizer: ORGANIZER });
    const after = Date.now();
    const { seen, letters } = await answer(invitation, "decline", async (popup) => {
      await popup.fill('[data-field="occurrence"]', await secondOccurrence(popup));
    });
    const answered = {
      ...invitation,
      times: [`RECURRENCE-ID;TZID=Europe/Berlin:${NEXT_DAY}T100000`],
    };

    await expectConformingReply(only(letters), {
      invitation: answered,
      partstat: "DECLINED",
      comment: null,
      after,
    });
    await expectAsPreviewed(seen, letters);
    const popup = await stage.openPopup();
    const dates = await popup.evaluate(
      () => document.querySelector('[data-field="occurrence"]')?.textContent,
    );
    expect(dates).toContain("Declined");
    expect(await popup.text(".my-answer")).not.toContain("declined");
    await stage.closePopup();
  });

  it("delegates: the organizer and the delegate each get a message", async () => {
    const invitation = makeInvitation({ organizer: ORGANIZER });
    const after = Date.now();
    const { seen, letters } = await answer(
      invitation,
      "delegate",
      (popup) => popup.fill('[data-field="delegate"]', "dora@example.net"),
      2,
    );
    const [toOrganizer, toDelegate] = letters;

    expect(letters.map(({ rcptTo }) => rcptTo)).toEqual([
      ["juergen@example.com"],
      ["dora@example.net"],
    ]);
    await expectConformingReply(only([toOrganizer]), {
      invitation,
      partstat: "DELEGATED",
      comment: null,
      after,
    });
    await expectOf(only([toDelegate]), {
      invitation,
      method: "REQUEST",
      address: "dora@example.net",
    });
    await expectAsPreviewed(seen, letters);
  });

  it("proposes another time", async () => {
    const invitation = makeInvitation({ organizer: ORGANIZER });
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const { seen, letters } = await answer(invitation, "counter", async (popup) => {
      await popup.fill('[data-field="counter-start"]', `${day}T14:00`);
      await popup.fill('[data-field="counter-end"]', `${day}T15:00`);
    });

    const object = await expectOf(only(letters), {
      invitation,
      method: "COUNTER",
      address: "juergen@example.com",
    });
    expect(object.start).toContain(day.replaceAll("-", ""));
    await expectAsPreviewed(seen, letters);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  /** Receives an invitation, looks at the preview, answers, and gives what then arrived. */
  async function answer(
    invitation: Invitation,
    action: string,
    prepare: (popup: Page) => Promise<void> = () => Promise.resolve(),
    count = 1,
  ): Promise<{ seen: readonly SeenLetter[]; letters: readonly Received[] }> {
    await stage.receive(invitationMail(invitation));
    const before = stage.smtp.received.length;
    const popup = await stage.openPopup();
    await prepare(popup);
    const seen = await readPreview(popup, action);
    expect(stage.smtp.received).toHaveLength(before);
    await popup.click(`.answer-form button[data-action="${action}"]`);
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();
    const letters = stage.smtp.received.slice(before);
    expect(letters).toHaveLength(count);
    return { seen, letters };
  }
});

async function secondOccurrence(popup: Page): Promise<string> {
  return popup.evaluate(
    () =>
      document.querySelectorAll<HTMLOptionElement>('[data-field="occurrence"] option')[2]?.value ??
      "",
  );
}

function only([letter]: readonly (Received | undefined)[]): Received {
  if (letter === undefined) {
    throw new Error("Nothing was received.");
  }
  return letter;
}

/** Line by line, but for the moment of writing. */
async function expectAsPreviewed(
  seen: readonly SeenLetter[],
  letters: readonly Received[],
): Promise<void> {
  const withoutStamp = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => line !== "" && !line.startsWith("DTSTAMP:"));
  for (const [index, letter] of letters.entries()) {
    const { mail, lines } = await readReply(letter.bytes);
    expect(withoutStamp(seen[index]?.lines ?? [])).toEqual(withoutStamp(lines));
    expect(seen[index]?.words).toContain(mail.subject);
    expect(seen[index]?.words).toContain(mail.text?.trim());
  }
  expect(seen).toHaveLength(letters.length);
}

/** What every reader must find in a message that is no REPLY. */
async function expectOf(
  received: Received,
  { invitation, method, address }: { invitation: Invitation; method: string; address: string },
): Promise<{ readonly start: string | null }> {
  const reply = await readReply(received.bytes);
  const python = readWithPython(received.bytes);
  const [calendar] = python.calendars;
  const events = calendar?.components.filter(({ name }) => name === "VEVENT") ?? [];
  const [event] = events;

  expect(received.rcptTo).toEqual([address]);
  expect(reply.parameters).toMatchObject({ method, charset: "UTF-8" });
  expect(linesOf(reply, "METHOD")).toEqual([`METHOD:${method}`]);
  expect(checkRestrictions(reply.object)).toEqual([]);
  expect(python.defects).toEqual([]);
  expect(events).toMatchObject([{ uid: invitation.uid, summary: invitation.summary, errors: [] }]);
  return { start: event?.start ?? null };
}

import { describe, expect, it } from "vitest";

import { answerInvitation } from "../../src/app/answer-invitation.ts";
import type { AnswerRequest } from "../../src/app/card.ts";
import { moreOccurrences, previewAnswer } from "../../src/app/preview-answer.ts";
import type { World } from "../../src/app/ports.ts";
import { readLetter } from "../../src/core/answer/read-letter.ts";
import { DEFAULTS } from "../../src/app/settings.ts";
import { translateFrom, withFallback } from "../../src/core/words/messages.ts";
import type { Attack } from "../attacks/stage.ts";
import { memoryWorld } from "../attacks/world.ts";
import { BOSS, ME } from "../core/rules/rule-tester.ts";
import { reader } from "../core/words/english.ts";
import { cardOf, click } from "./clicking.ts";

const SERIES = { event: ["RRULE:FREQ=WEEKLY"] };
const SECOND = "2026-12-08T09:00:00Z";

const CLICKS: readonly (Partial<AnswerRequest> & {
  readonly action: AnswerRequest["action"];
  readonly name: string;
  readonly invitation?: Attack;
  readonly occurrence?: string;
})[] = [
  { name: "an acceptance", action: "accept" },
  { name: "a comment beyond ASCII", action: "tentative", comment: "Gern, größer 👋\nbis dann" },
  { name: "one occurrence", action: "decline", invitation: SERIES, occurrence: SECOND },
  { name: "a delegation, two messages", action: "delegate", delegate: "dora@example.net" },
  {
    name: "a proposal",
    action: "counter",
    counter: {
      start: "2026-12-03T10:00",
      end: "2026-12-03T11:00",
      timeZone: "Europe/Berlin",
    },
  },
  { name: "a question for the latest version", action: "refresh" },
  { name: "nothing where nothing is sent", action: "record", partstat: "ACCEPTED" },
  {
    name: "a hostile title",
    action: "accept",
    invitation: { event: ["SUMMARY:\u202Egpj.exe\\nBcc: eve@example.net"] },
  },
];

describe("the preview of a click", () => {
  it.each(CLICKS)("shows $name as it leaves then", async (changes) => {
    const { action, invitation = {}, occurrence = null, ...said } = changes;
    const stage = memoryWorld();
    const card = await cardOf(stage, invitation);
    const request = click(card, action, { ...said, card: { ...card.ref, occurrence } });
    const preview = await previewAnswer(request, stage.world);
    expect(stage.sent).toEqual([]);
    await answerInvitation(request, stage.world);

    const letters = stage.sent.map(({ bytes }) => readLetter(bytes));
    expect(preview).toEqual({
      kind: "letters",
      letters: letters.map(({ to: [recipient], ...letter }) => ({ ...letter, to: recipient })),
    });
  });

  it("names people, subject, text and every line of the object", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, { event: ["SUMMARY:Budget"] });
    const preview = await previewAnswer(click(card, "accept", { comment: "Yes" }), stage.world);
    const [letter] = preview.kind === "letters" ? preview.letters : [];

    expect(letter).toMatchObject({
      from: { name: "Me", address: ME },
      to: { address: BOSS },
      subject: "Accepted: Budget",
      method: "REPLY",
      hasCopy: false,
    });
    expect(letter?.text).toMatch(/^Yes\n\nMe has accepted/u);
    expect(letter?.lines).toEqual(
      expect.arrayContaining(["METHOD:REPLY", "COMMENT:Yes", "SUMMARY:Budget"]),
    );
  });

  it("writes nothing down", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, {});
    await previewAnswer(click(card, "accept"), stage.world);

    const again = await cardOf(stage, {});
    expect(again).toMatchObject({ outcome: null, answered: null });
  });

  it("says that an answer cannot be written", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, {});
    const request = click(card, "delegate", { delegate: "nobody" });

    expect(await previewAnswer(request, stage.world)).toMatchObject({ kind: "refused" });
  });

  it("says that the card has changed", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, { method: "CANCEL" });

    expect(await previewAnswer(click(card, "accept"), stage.world)).toEqual({ kind: "outdated" });
  });
});

describe("an answer to one occurrence", () => {
  it("is a click of its own, recorded for it alone", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, SERIES);
    for (const occurrence of [SECOND, "2026-12-15T09:00:00Z", null]) {
      await answerInvitation(
        click(card, "decline", { card: { ...card.ref, occurrence } }),
        stage.world,
      );
    }
    const letters = stage.sent.map(({ bytes }) => readLetter(bytes));
    const ids = letters.map(({ lines }) => lines.find((line) => line.startsWith("RECURRENCE-ID")));

    expect(ids).toEqual([
      "RECURRENCE-ID:20261208T090000Z",
      "RECURRENCE-ID:20261215T090000Z",
      undefined,
    ]);
  });

  it("is shown with the series", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, SERIES);
    const ref = { ...card.ref, occurrence: SECOND };
    await answerInvitation(click(card, "decline", { card: ref }), stage.world);
    const again = await cardOf(stage, { ...SERIES, id: "again" });

    expect(again.answered).toBeNull();
    expect(again.occurrences.shown.map(({ key, answered }) => [key, answered?.partstat])).toEqual(
      expect.arrayContaining([
        ["2026-12-01T09:00:00Z", undefined],
        [SECOND, "DECLINED"],
      ]),
    );
  });

  it("can be to one far ahead", async () => {
    const stage = memoryWorld();
    const { ref, occurrences } = await cardOf(stage, SERIES);
    const last = occurrences.shown.at(-1)?.key ?? "";
    const more = await moreOccurrences(ref, last, stage.world);

    expect(occurrences.shown).toHaveLength(5);
    expect(more.shown.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["2027-01-05T09:00:00Z"]),
    );
    expect(more).toMatchObject({ hasMore: true });
  });
});

describe("the language of an answer", () => {
  const NAMED = { event: ["ORGANIZER;LANGUAGE=de-AT:mailto:boss@example.com"] };

  function worldIn(replyLanguage: "user" | "invitation") {
    const stage = memoryWorld();
    const asked: (readonly string[])[] = [];
    const world: World = {
      ...stage.world,
      settings: () => Promise.resolve({ ...DEFAULTS, replyLanguage }),
      readerIn(languages) {
        asked.push(languages);
        return Promise.resolve(reader({ translate: (key) => `de:${key}` }));
      },
    };
    return { ...stage, world, asked };
  }

  it("is the user's, whatever the invitation names", async () => {
    const stage = worldIn("user");
    const card = await cardOf(stage, NAMED);
    const preview = await previewAnswer(click(card, "accept"), stage.world);

    const [letter] = preview.kind === "letters" ? preview.letters : [];

    expect(letter?.subject).toMatch(/^Accepted/u);
    expect(stage.asked).toEqual([]);
  });

  it("can be one that is written from right to left, and lacks some texts", async () => {
    const placeholders = { title: { content: "$1" } };
    const arabic = { answer_subject_accepted: { message: "مقبول: $TITLE$", placeholders } };
    const stage = worldIn("invitation");
    const world: World = {
      ...stage.world,
      readerIn: () =>
        Promise.resolve(
          reader({ translate: withFallback(translateFrom(arabic), reader().translate) }),
        ),
    };
    const card = await cardOf(stage, { event: [...NAMED.event, "SUMMARY:\u202EBudget (2027)"] });
    const preview = await previewAnswer(click(card, "accept"), world);

    expect(preview).toMatchObject({
      letters: [{ subject: "مقبول: \u2068Budget (2027)\u2069" }],
    });
    expect(JSON.stringify(preview)).toContain("Me has accepted");
  });

  it.each([
    { names: "the organizer's", event: NAMED.event, languages: ["de-AT"] },
    {
      names: "the organizer's before all others",
      event: [...NAMED.event, "SUMMARY;LANGUAGE=fr:Budget", `ATTENDEE;LANGUAGE=it:mailto:${ME}`],
      languages: ["de-AT", "it", "fr"],
    },
    { names: "none", event: [], languages: [] },
  ])("is one that the invitation names: $names", async ({ event, languages }) => {
    const stage = worldIn("invitation");
    const card = await cardOf(stage, { event });
    const preview = await previewAnswer(click(card, "accept"), stage.world);

    expect(stage.asked).toEqual([languages]);
    expect(preview).toMatchObject({ letters: [{ subject: "de:answer_subject_accepted" }] });
  });
});

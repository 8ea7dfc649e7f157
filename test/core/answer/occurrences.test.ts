import { describe, expect, it } from "vitest";

import { occurrencesFrom, type From } from "../../../src/core/answer/occurrences.ts";
import { NOTHING_REMEMBERED } from "../../../src/core/circumstances.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { InspectedInvitation } from "../../../src/core/inspection.ts";
import { after } from "../rules/remembering.ts";
import { ME, messageOf, NOW, type Case } from "../rules/rule-tester.ts";

async function inspected(changes: Omit<Case, "name">): Promise<InspectedInvitation> {
  const bytes = new TextEncoder().encode(messageOf({ name: "", ...changes }));
  const { invitations } = await inspect(bytes, {
    now: NOW,
    addresses: { identities: [ME], aliases: [] },
    authserv: null,
    folder: "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    recall: () => Promise.resolve(changes.remembered ?? NOTHING_REMEMBERED),
  });
  const [first] = invitations;
  if (first === undefined) {
    throw new Error("there is no invitation");
  }
  return first;
}

const BERLIN = [
  "DTSTART;TZID=Europe/Berlin:20261101T100000",
  "DTEND;TZID=Europe/Berlin:20261101T110000",
];
const WEEKLY = "RRULE:FREQ=WEEKLY";

const CASES: readonly (Omit<Case, "name"> & {
  readonly series: string;
  readonly from?: From;
  readonly keys: readonly string[];
  readonly hasMore?: boolean;
})[] = [
  { series: "that is none", keys: [], hasMore: false },
  {
    series: "in a zone: the next, not those that are over",
    event: [WEEKLY, ...BERLIN],
    keys: ["2026-11-29T09:00:00Z", "2026-12-06T09:00:00Z", "2026-12-13T09:00:00Z"],
  },
  {
    series: "of which one is going on",
    event: ["RRULE:FREQ=DAILY", "DTSTART:20261101T113000Z", "DTEND:20261101T123000Z"],
    keys: ["2026-11-22T11:30:00Z", "2026-11-23T11:30:00Z", "2026-11-24T11:30:00Z"],
  },
  {
    series: "of days, today among them",
    event: [WEEKLY, "DTSTART;VALUE=DATE:20261122", "DTEND;VALUE=DATE:20261123"],
    keys: ["2026-11-22", "2026-11-29", "2026-12-06"],
  },
  {
    series: "of floating times",
    event: ["RRULE:FREQ=DAILY;COUNT=2", "DTSTART:20261123T090000", "DTEND:20261123T100000"],
    keys: ["2026-11-23T09:00:00", "2026-11-24T09:00:00"],
    hasMore: false,
  },
  {
    series: "that is a list of dates, without those taken out",
    event: [
      ...BERLIN,
      "RDATE;TZID=Europe/Berlin:20261201T100000,20261202T100000",
      "EXDATE;TZID=Europe/Berlin:20261201T100000",
    ],
    keys: ["2026-12-02T09:00:00Z"],
    hasMore: false,
  },
  {
    series: "that goes on after one that is known",
    event: [WEEKLY, ...BERLIN],
    from: { after: "2026-12-06T09:00:00Z" },
    keys: ["2026-12-13T09:00:00Z", "2026-12-20T09:00:00Z", "2026-12-27T09:00:00Z"],
  },
  {
    series: "of days that goes on",
    event: [WEEKLY, "DTSTART;VALUE=DATE:20261122", "DTEND;VALUE=DATE:20261123"],
    from: { after: "2026-11-22" },
    keys: ["2026-11-29", "2026-12-06", "2026-12-13"],
  },
  {
    series: "of floating times that goes on",
    event: ["RRULE:FREQ=DAILY", "DTSTART:20261123T090000", "DTEND:20261123T100000"],
    from: { after: "2026-11-23T09:00:00" },
    keys: ["2026-11-24T09:00:00", "2026-11-25T09:00:00", "2026-11-26T09:00:00"],
  },
  { series: "that is over", event: [`${WEEKLY};COUNT=2`, ...BERLIN], keys: [], hasMore: false },
];

describe("the occurrences of a series", () => {
  it.each(CASES)("$series", async ({ from = { now: NOW }, keys, hasMore = true, ...changes }) => {
    const found = occurrencesFrom(await inspected(changes), from, 3);

    expect(found.shown.map(({ key }) => key)).toEqual(keys);
    expect(found.hasMore).toBe(hasMore);
  });

  it("leave out what was cancelled, and stand where they were moved to", async () => {
    const at = (day: string) => `RECURRENCE-ID;TZID=Europe/Berlin:2026${day}T100000`;
    const remembered = await after(
      { method: "CANCEL", event: ["RRULE", ...BERLIN, at("1129"), "STATUS:CANCELLED"] },
      {
        event: [
          at("1206"),
          "DTSTART;TZID=Europe/Berlin:20261207T150000",
          "DTEND;TZID=Europe/Berlin:20261207T160000",
        ],
      },
    );
    const { shown } = occurrencesFrom(
      await inspected({ event: [WEEKLY, ...BERLIN], remembered }),
      { now: NOW },
      2,
    );

    expect(shown.map(({ key, start }) => [key, start])).toEqual([
      ["2026-12-06T09:00:00Z", "2026-12-07T14:00:00Z"],
      ["2026-12-13T09:00:00Z", "2026-12-13T09:00:00Z"],
    ]);
  });

  it("tell what was said to each of them alone", async () => {
    const remembered = await after({
      method: "REPLY",
      fields: [`From: ${ME}`],
      event: [
        `ATTENDEE;PARTSTAT=DECLINED:mailto:${ME}`,
        "RECURRENCE-ID;TZID=Europe/Berlin:20261206T100000",
      ],
    });
    const invitation = await inspected({ event: [WEEKLY, ...BERLIN], remembered });
    const { shown } = occurrencesFrom(invitation, { now: NOW }, 3);

    expect(shown.map(({ answered }) => answered?.partstat)).toEqual([
      undefined,
      "DECLINED",
      undefined,
    ]);
    expect(invitation.situation.answered).toBeNull();
  });
});

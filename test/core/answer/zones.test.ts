import { describe, expect, it } from "vitest";

import { VTIMEZONES } from "./zones.ts";
import { calendarOf } from "../rules/rule-tester.ts";
import { answered, type Question } from "./answering.ts";

/** TZIDs of the VTIMEZONEs in an answer, and its lines with times. */
async function zonesOf(question: Question): Promise<{
  readonly defined: readonly string[];
  readonly times: readonly string[];
}> {
  const { lines, event } = await answered(question);
  return {
    defined: lines.filter((line) => line.startsWith("TZID:")).map((line) => line.slice(5)),
    times: event.filter((line) => /^(?:RECURRENCE-ID|DTSTART|DTEND|DURATION|DUE)/.test(line)),
  };
}

function withZones(event: readonly string[], ...zones: readonly string[]): Question {
  const object = calendarOf({ name: "", event });
  return { body: object.replace("BEGIN:VEVENT", [...zones, "BEGIN:VEVENT"].join("\r\n")) };
}

describe("the zone of an answer", () => {
  it("is repeated as the invitation defines it", async () => {
    const event = ["DTSTART;TZID=Own:20261201T100000", "DTEND;TZID=Own:20261201T110000"];
    expect(await zonesOf(withZones(event, VTIMEZONES.own))).toEqual({
      defined: ["Own"],
      times: event,
    });
  });

  it("is the only one, though more are defined", async () => {
    const event = ["DTSTART;TZID=Own:20261201T100000", "DTEND;TZID=Other:20261201T110000"];
    expect(await zonesOf(withZones(event, VTIMEZONES.own, VTIMEZONES.other))).toEqual({
      defined: ["Own"],
      times: ["DTSTART;TZID=Own:20261201T100000"],
    });
  });

  it("is RECURRENCE-ID's before DTSTART's", async () => {
    const event = [
      "RECURRENCE-ID;TZID=Own:20261201T100000",
      "DTSTART;TZID=Other:20261201T100000",
      "DTEND;TZID=Own:20261201T110000",
    ];
    expect(await zonesOf(withZones(event, VTIMEZONES.own, VTIMEZONES.other))).toEqual({
      defined: ["Own"],
      times: ["RECURRENCE-ID;TZID=Own:20261201T100000"],
    });
  });

  it.each([
    "Europe/Berlin",
    "W. Europe Standard Time",
    "/freeassociation.sourceforge.net/Europe/Berlin",
  ])("is written for %s, which names itself", async (tzid) => {
    const event = [`DTSTART;TZID=${tzid}:20261201T100000`, `DTEND;TZID=${tzid}:20261201T110000`];
    expect(await zonesOf({ event })).toEqual({ defined: [tzid], times: event });
  });

  it("is not there for times that need none", async () => {
    expect((await zonesOf(withZones([], VTIMEZONES.own))).defined).toEqual([]);
  });

  it("is not there where nothing defines it", async () => {
    expect(
      await zonesOf({
        event: [
          "RECURRENCE-ID:20261201T090000Z",
          "DTSTART;TZID=Nowhere:20261201T100000",
          "DTEND:20261201T110000Z",
        ],
      }),
    ).toEqual({ defined: [], times: ["RECURRENCE-ID:20261201T090000Z"] });
  });
});

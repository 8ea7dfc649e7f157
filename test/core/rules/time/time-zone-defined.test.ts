import { timeZoneDefined } from "../../../../src/core/rules/time/time-zone-defined.ts";
import { exchangeBerlin } from "../../calendar/vtimezones.ts";
import { override, placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const zoned = (tzid: string) => [
  `DTSTART;TZID=${tzid}:20261201T100000`,
  `DTEND;TZID=${tzid}:20261201T110000`,
];
const CUSTOM = "Customized Time Zone";

testRule(timeZoneDefined, {
  valid: [
    { name: "times are in UTC" },
    { name: "VTIMEZONE defines it", event: zoned(CUSTOM), components: exchangeBerlin(CUSTOM) },
    { name: "IANA defines it", event: zoned("Europe/Berlin") },
    { name: "Windows defines it", event: zoned("W. Europe Standard Time") },
    { name: "its prefix is known", event: zoned("/citadel.org/20190914_1/Europe/Berlin") },
    { name: "its name holds an offset", event: zoned("GMT+0530") },
    { name: "a day needs none", event: [`DTSTART;VALUE=DATE;TZID=${CUSTOM}:20261201`] },
    { name: "UTC needs none", event: [`DTSTART;TZID=${CUSTOM}:20261201T090000Z`] },
    { name: "it is empty", event: ["DTSTART;TZID=:20261201T090000"] },
    { name: "no time is in it", event: [`COMMENT;TZID=${CUSTOM}:x`] },
  ],
  invalid: [
    {
      name: "nothing defines it, which is said once",
      event: zoned(CUSTOM),
      components: override(`RECURRENCE-ID;TZID=${CUSTOM}:20261201T100000`),
      reports: [{ data: { tzid: CUSTOM, ...placed({ event: zoned(CUSTOM) }, "DTSTART;TZID") } }],
    },
    {
      name: "its VTIMEZONE defines nothing",
      event: ["DTSTART:20261201T090000Z", `EXDATE;TZID=${CUSTOM}:20261201T100000`],
      components: ["BEGIN:VTIMEZONE", `TZID:${CUSTOM}`, "END:VTIMEZONE"],
      reports: [
        {
          data: {
            tzid: CUSTOM,
            ...placed({ event: ["DTSTART:20261201T090000Z", "EXDATE:x"] }, "EXDATE"),
          },
        },
      ],
    },
  ],
});

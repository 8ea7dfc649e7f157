import { timeZoneStandard } from "../../../../src/core/rules/time/time-zone-standard.ts";
import { exchangeBerlin } from "../../calendar/vtimezones.ts";
import { placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const zoned = (tzid: string) => [`DTSTART;TZID=${tzid}:20261201T100000`];
const place = placed({ event: zoned("x") }, "DTSTART");

testRule(timeZoneStandard, {
  valid: [
    { name: "times are in UTC" },
    { name: "the name is IANA's", event: zoned("Europe/Berlin") },
    { name: "the name is IANA's in another case", event: zoned("europe/berlin") },
    { name: "nothing defines it, which another rule says", event: zoned("Nowhere") },
  ],
  invalid: [
    {
      name: "the name is Microsoft's",
      event: zoned("W. Europe Standard Time"),
      reports: [{ data: { tzid: "W. Europe Standard Time", timeZone: "Europe/Berlin", ...place } }],
    },
    {
      name: "the name is the sender's own",
      event: zoned("Customized Time Zone"),
      components: exchangeBerlin("Customized Time Zone"),
      reports: [
        { wording: "unnamed", data: { tzid: "Customized Time Zone", timeZone: null, ...place } },
      ],
    },
  ],
});

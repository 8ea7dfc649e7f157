import { propertiesSingle } from "../../../../src/core/rules/object/properties-single.ts";
import { override, placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const twice = calendarOf({ name: "" }).replace("METHOD:REQUEST", "METHOD:REQUEST\r\nMETHOD:CANCEL");
const zone = ["BEGIN:VTIMEZONE", "TZID:a", "TZID:b", "END:VTIMEZONE"];
const journal = calendarOf({
  name: "",
  method: "PUBLISH",
  event: ["DESCRIPTION:1", "DESCRIPTION:2"],
});
const different = ["LOCATION:here", "LOCATION:there"];
const same = ["LOCATION;X=1:here", "LOCATION;X=1:here", "LOCATION;X=1:here"];
const parameters = ["LOCATION;X=1:here", "LOCATION;X=2:here"];

testRule(propertiesSingle, {
  valid: [
    { name: "nothing stands twice" },
    { name: "what may stand twice does", event: ["COMMENT:1", "COMMENT:2", "X-A:1", "X-A:2"] },
    {
      name: "it stands in two components",
      components: override("RECURRENCE-ID:20261201T090000Z", "LOCATION:x"),
    },
    {
      name: "a journal has two descriptions",
      method: "PUBLISH",
      body: journal.replaceAll("VEVENT", "VJOURNAL"),
    },
    { name: "there is nothing", body: "" },
  ],
  invalid: [
    {
      name: "two values of one property",
      event: different,
      reports: [
        {
          data: {
            property: "LOCATION",
            count: 2,
            component: "VEVENT",
            ...placed({ event: different }, "LOCATION:there"),
          },
        },
      ],
    },
    {
      name: "two values that differ in a parameter",
      event: parameters,
      reports: [
        {
          data: {
            property: "LOCATION",
            count: 2,
            component: "VEVENT",
            ...placed({ event: parameters }, "LOCATION;X=2"),
          },
        },
      ],
    },
    {
      name: "the same three times",
      event: same,
      reports: [
        {
          wording: "same",
          severity: "warning",
          data: {
            property: "LOCATION",
            count: 3,
            component: "VEVENT",
            ...placed({ event: ["LOCATION;X=1:here", "LOCATION;X=2:here"] }, "LOCATION;X=2"),
          },
        },
      ],
    },
    {
      name: "the calendar names two methods",
      body: twice,
      reports: [
        {
          data: {
            property: "METHOD",
            count: 2,
            component: "VCALENDAR",
            ...placed({ body: twice }, "METHOD:CANCEL"),
          },
        },
      ],
    },
    {
      name: "a zone has two names",
      components: zone,
      reports: [
        {
          data: {
            property: "TZID",
            count: 2,
            component: "VTIMEZONE",
            ...placed({ components: zone }, "TZID:b"),
          },
        },
      ],
    },
    {
      name: "every override has two, which is said once",
      event: different,
      components: override("RECURRENCE-ID:20261201T090000Z", ...different),
      reports: [
        {
          data: {
            property: "LOCATION",
            count: 2,
            component: "VEVENT",
            ...placed({ event: different }, "LOCATION:there"),
          },
        },
      ],
    },
  ],
});

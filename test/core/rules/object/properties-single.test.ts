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
const again = (...lines: readonly string[]): readonly string[] => [
  "BEGIN:VEVENT",
  "UID:1@example.com",
  ...lines,
  "END:VEVENT",
];
const instances = [
  ...override("RECURRENCE-ID:20261201T090000Z", "LOCATION:x"),
  ...override("RECURRENCE-ID;TZID=Europe/Berlin:20261201T100000", "LOCATION:y"),
];
const other = again("SUMMARY:Another");
const event = { property: "VEVENT", count: 2, component: "VCALENDAR" };
const once = calendarOf({ name: "" });
const whole = once.slice(once.indexOf("BEGIN:VEVENT"), once.indexOf("END:VCALENDAR"));
const doubled = once.replace(whole, `${whole}${whole}`);
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
    {
      name: "there is another event without UID",
      event: ["UID"],
      components: ["BEGIN:VEVENT", "SUMMARY:Another", "END:VEVENT"],
    },
    {
      name: "two instances stand beside each other",
      event: ["RECURRENCE-ID:20261201T090000Z"],
      components: [
        ...override("RECURRENCE-ID:20261208T090000Z", "LOCATION:x"),
        ...override("RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T090000Z", "LOCATION:x"),
      ],
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
    {
      name: "the event is described twice, which can be read in two ways",
      components: other,
      reports: [
        {
          wording: "event",
          data: { ...event, ...placed({ components: other }, other.join("\r\n")) },
        },
      ],
    },
    {
      name: "an instance is described twice beside its series",
      event: ["RRULE:FREQ=DAILY;COUNT=9"],
      components: instances,
      reports: [
        {
          wording: "event",
          data: {
            ...event,
            ...placed(
              { event: ["RRULE:FREQ=DAILY;COUNT=9"], components: instances },
              instances.slice(instances.length / 2).join("\r\n"),
            ),
          },
        },
      ],
    },
    {
      name: "an instance is described twice without its series",
      event: ["RECURRENCE-ID:20261201T090000Z"],
      components: override("RECURRENCE-ID:20261201T090000Z", "LOCATION:x"),
      reports: [
        {
          wording: "event",
          data: {
            ...event,
            ...placed(
              {
                event: ["RECURRENCE-ID:20261201T090000Z"],
                components: override("RECURRENCE-ID:20261201T090000Z", "LOCATION:x"),
              },
              override("RECURRENCE-ID:20261201T090000Z", "LOCATION:x").join("\r\n"),
            ),
          },
        },
      ],
    },
    {
      name: "a published event is described twice",
      method: "PUBLISH",
      components: other,
      reports: [
        {
          wording: "event",
          severity: "warning",
          data: {
            ...event,
            ...placed({ method: "PUBLISH", components: other }, other.join("\r\n")),
          },
        },
      ],
    },
    {
      name: "a file describes an event twice",
      method: null,
      components: other,
      reports: [
        {
          wording: "event",
          severity: "warning",
          data: { ...event, ...placed({ method: null, components: other }, other.join("\r\n")) },
        },
      ],
    },
    {
      name: "the event is there twice",
      body: doubled,
      reports: [
        {
          wording: "same",
          severity: "warning",
          data: { ...event, ...placed({ body: once }, "END:VCALENDAR") },
        },
      ],
    },
  ],
});

import { calendarParses } from "../../../../src/core/rules/object/calendar-parses.ts";
import { placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const unclosed = ICS.replace("END:VEVENT\r\n", "");
const wordy = ICS.replace("END:VEVENT", "Just words\r\nMore words\r\nEND:VEVENT");
const unopened = ICS.replace("END:VEVENT\r\n", "END:VALARM\r\nEND:VEVENT\r\n");

testRule(calendarParses, {
  valid: [
    { name: "every line is a content line" },
    { name: "other text stands around the calendar", body: `See:\r\n${ICS}-- \r\nFooter` },
    { name: "lines are long, which another rule says", event: [`SUMMARY:${"x".repeat(80)}`] },
  ],
  invalid: [
    {
      name: "the part holds nothing",
      body: "",
      reports: [
        {
          wording: "no-calendar",
          severity: "error",
          data: { text: "", count: 1, part: "2", line: 1, offset: 0 },
        },
      ],
    },
    {
      name: "the calendar holds nothing but a zone",
      body: "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n",
      reports: [
        { wording: "no-event", data: { text: "", count: 0, part: "2", line: 1, offset: 0 } },
      ],
    },
    {
      name: "an event does not end",
      body: unclosed,
      reports: [
        {
          wording: "unbalanced-component",
          severity: "error",
          data: { text: "BEGIN:VEVENT", count: 1, ...placed({ body: unclosed }, "BEGIN:VEVENT") },
        },
      ],
    },
    {
      name: "something ends that has not begun",
      body: unopened,
      reports: [
        {
          wording: "unbalanced-component",
          severity: "warning",
          data: { text: "END:VALARM", count: 1, ...placed({ body: unopened }, "END:VALARM") },
        },
      ],
    },
    {
      name: "two lines are no content lines",
      body: wordy,
      reports: [
        {
          wording: "not-a-content-line",
          severity: "warning",
          data: {
            text: "Just words",
            count: 2,
            ...placed({ body: wordy }, "Just words"),
          },
        },
      ],
    },
    {
      name: "a name lacks its quotes",
      event: ["CONTACT;CN=Doe, John:x"],
      reports: [
        {
          wording: "flawed-line",
          severity: "notice",
          data: {
            text: "CONTACT;CN=Doe, John:x",
            count: 1,
            ...placed({ event: ["CONTACT:x"] }, "CONTACT"),
          },
        },
      ],
    },
    {
      name: "a NUL stands in a text",
      event: ["SUMMARY:a\0b"],
      reports: [
        {
          wording: "nul-character",
          severity: "error",
          data: {
            text: "SUMMARY:a\uFFFDb",
            count: 1,
            ...placed({ event: ["SUMMARY:a"] }, "SUMMARY"),
          },
        },
      ],
    },
    {
      name: "a vertical tab stands in a text",
      event: ["SUMMARY:a\vb"],
      reports: [
        {
          wording: "control-character",
          severity: "notice",
          data: {
            text: "SUMMARY:a\uFFFDb",
            count: 1,
            ...placed({ event: ["SUMMARY:a"] }, "SUMMARY"),
          },
        },
      ],
    },
  ],
});

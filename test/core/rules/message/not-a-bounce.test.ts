import { notABounce } from "../../../../src/core/rules/message/not-a-bounce.ts";
import { at, calendarOf, messageOf, testRule } from "../rule-tester.ts";

const INVITATION = messageOf({ name: "" });
const report = (type: string, content: string): string =>
  [
    ...["From: MAILER-DAEMON@example.org", `Content-Type: multipart/report; ${type}boundary=r`, ""],
    ...[
      "--r",
      "",
      "Undelivered",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Action: failed",
    ],
    ...["--r", "Content-Type: message/rfc822", "", content, "--r--"],
  ].join("\r\n");
const FAILED = ["X-Failed-Recipients: me@example.org"];

testRule(notABounce, {
  valid: [
    { name: "an invitation" },
    {
      name: "a report without a calendar costs nothing",
      message: report("", "Subject: x\r\n\r\ntext"),
    },
    { name: "a bare file", message: calendarOf({ name: "" }) },
  ],
  invalid: [
    {
      name: "a delivery report gives an invitation back",
      message: report("report-type=delivery-status; ", INVITATION),
      reports: [
        {
          data: {
            reportType: "delivery-status",
            part: "3.2",
            ...at(report("report-type=delivery-status; ", INVITATION), "BEGIN:VCALENDAR"),
          },
        },
      ],
    },
    {
      name: "a report does not say of what kind it is",
      message: report("", INVITATION),
      reports: [
        {
          data: { reportType: null, part: "3.2", ...at(report("", INVITATION), "BEGIN:VCALENDAR") },
        },
      ],
    },
    {
      name: "a report without multipart/report names the addresses that failed",
      fields: FAILED,
      reports: [
        {
          data: {
            reportType: null,
            part: "2",
            ...at(messageOf({ name: "", fields: FAILED }), "BEGIN:VCALENDAR"),
          },
        },
      ],
    },
  ],
});

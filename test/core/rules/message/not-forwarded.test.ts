import { notForwarded } from "../../../../src/core/rules/message/not-forwarded.ts";
import { at, calendarOf, messageOf, testRule } from "../rule-tester.ts";

const INVITATION = messageOf({ name: "" });
const NAMELESS = INVITATION.replace(/^From:.*\r\n/, "");
const within = (type: string, content = INVITATION): string =>
  [
    ...["From: kim@example.net", `Content-Type: ${type}; boundary=f`, "", "--f", "", "Look", "--f"],
    ...["Content-Type: message/rfc822", "", content, "--f--"],
  ].join("\r\n");

testRule(notForwarded, {
  valid: [
    { name: "an invitation from its sender" },
    { name: "a delivery report, which another rule says", message: within("multipart/report") },
    {
      name: "a forwarded message without a calendar",
      message: within("multipart/mixed", "Subject: x\r\n\r\ntext"),
    },
    { name: "a bare file", message: calendarOf({ name: "" }) },
  ],
  invalid: [
    {
      name: "an invitation in a forwarded message",
      message: within("multipart/mixed"),
      reports: [
        {
          data: {
            sender: "boss@example.com",
            part: "2.2",
            ...at(within("multipart/mixed"), "BEGIN:VCALENDAR"),
          },
        },
      ],
    },
    {
      name: "a forwarded message without sender",
      message: within("multipart/mixed", NAMELESS),
      reports: [
        {
          data: {
            sender: null,
            part: "2.2",
            ...at(within("multipart/mixed", NAMELESS), "BEGIN:VCALENDAR"),
          },
        },
      ],
    },
  ],
});

import { expect, it } from "vitest";

import { linksMatchText } from "../../../../src/core/rules/content/links-match-text.ts";
import type { Report } from "../../../../src/core/rules/rule.ts";
import { contextsOf } from "../rule-tester.ts";
import { caseOf, testContentRule } from "./content-rule-tester.ts";

const personal = (property: string, host: string | null): Report => ({
  wording: "personal",
  severity: "notice",
  data: { shown: null, host, property },
});

testContentRule(linksMatchText, {
  valid: [
    { name: "there is no UID", lines: ["UID:"] },
    { name: "a link stands for itself", lines: ["DESCRIPTION:See https://example.com/agenda."] },
    {
      name: "the text names the host that the link leads to",
      lines: ['X-ALT-DESC;FMTTYPE=text/html:<a href="https://www.example.com/a">example.com</a>'],
    },
    {
      name: "the text names no host",
      lines: ["DESCRIPTION:Agenda.pdf<https://files.example.com/1>\\nNode.js<https://x.example/>"],
    },
    {
      name: "the link has no host",
      lines: ["DESCRIPTION:https://example.com<mailto:boss@example.com>"],
    },
    {
      name: "the receiver's own gateway has wrapped the link",
      lines: [
        "DESCRIPTION:https://example.com/a<https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa&data=1>",
      ],
    },
    {
      name: "message and invitation lead to the same service",
      text: "Join: https://us02web.zoom.us/j/1",
      lines: ["LOCATION:https://zoom.us/j/1"],
    },
    {
      name: "the invitation links the sender's own page beside the meeting of the message",
      text: "Join: https://us02web.zoom.us/j/1",
      lines: ["URL:https://events.example.com/1"],
    },
    {
      name: "the message links a meeting and the invitation nothing to join by",
      text: "Join: https://us02web.zoom.us/j/1",
      lines: ["DESCRIPTION:Slides: https://slides.example.net/1"],
    },
  ],
  invalid: [
    {
      name: "HTML shows another host than it links",
      lines: [
        'X-ALT-DESC;FMTTYPE=text/html:<a href="https://evil.example/">https://bank.example/</a>',
      ],
      reports: [{ data: { shown: "bank.example", host: "evil.example", property: "X-ALT-DESC" } }],
    },
    {
      name: "Outlook's form is nothing but another host",
      lines: ["DESCRIPTION:www.bank.example<https://evil.example/>"],
      reports: [
        { data: { shown: "www.bank.example", host: "evil.example", property: "DESCRIPTION" } },
      ],
    },
    {
      name: "the message leads to a service and the invitation elsewhere (A21)",
      text: "Agenda: https://example.com/1 <a href='https://us02web.zoom.us/j/1'>Join</a>",
      lines: ["LOCATION:https://join.evil.example/j/1"],
      reports: [
        {
          wording: "message",
          data: { shown: "us02web.zoom.us", host: "join.evil.example", property: "LOCATION" },
        },
      ],
    },
    {
      name: "a shortener hides the target (A31)",
      lines: ["DESCRIPTION:https://bit.ly/3abc"],
      reports: [
        {
          wording: "redirector",
          severity: "notice",
          data: { shown: null, host: "bit.ly", property: "DESCRIPTION" },
        },
      ],
    },
    {
      name: "a site hands on to another (A31)",
      lines: ["LOCATION:https://known.example/r?next=https%3A%2F%2Fevil.example%2F"],
      reports: [
        {
          wording: "redirector",
          severity: "notice",
          data: { shown: null, host: "known.example", property: "LOCATION" },
        },
      ],
    },
    {
      name: "the UID holds the receiver's address (A16)",
      lines: ["UID:invite-me@example.org-1"],
      reports: [personal("UID", null)],
    },
    {
      name: "a link holds the receiver's address",
      lines: ["URL:https://example.com/rsvp?who=ME%40example.org"],
      reports: [personal("URL", "example.com")],
    },
    {
      name: "a link holds the receiver's address in base64",
      lines: [`URL:https://example.com/rsvp/${btoa("7:me@example.org").replaceAll("=", "")}`],
      reports: [personal("URL", "example.com")],
    },
  ],
});

it("does not tell organizers that a link holds their address", () => {
  const own = caseOf({
    name: "own",
    lines: ["ORGANIZER:mailto:me@example.org", "URL:https://example.com/?me@example.org"],
  });
  const [, context] = contextsOf(own);

  expect(context?.situation?.me.role).toBe("organizer");
  expect(context && linksMatchText.check(context)).toEqual([]);
});

it("compares with no sender where there is only a file", () => {
  const file = caseOf({
    name: "file",
    text: "https://zoom.us/j/1",
    lines: ["LOCATION:https://example.com/"],
  });
  const [, context] = contextsOf(file);

  expect(context && linksMatchText.check({ ...context, mail: null, situation: null })).toEqual([
    { wording: "message", data: { shown: "zoom.us", host: "example.com", property: "LOCATION" } },
  ]);
});

import { meetingLinkGenuine } from "../../../../src/core/rules/content/meeting-link-genuine.ts";
import { testContentRule } from "./content-rule-tester.ts";

const elsewhere = (service: string, host: string) => ({ data: { service, host, shown: null } });

testContentRule(meetingLinkGenuine, {
  valid: [
    { name: "a link has no host", lines: ["LOCATION:https://", "DESCRIPTION:Agenda"] },
    { name: "there are no texts", lines: ["SUMMARY", "URL:https://example.com/"] },
    { name: "no meeting is named", lines: ["DESCRIPTION:https://example.com/agenda"] },
    {
      name: "the link is of the service's Chinese domain",
      lines: ["LOCATION:https://us02web.zoom.com.cn/j/1", "DESCRIPTION:Join Zoom Meeting"],
    },
    {
      name: "the link is of the named service",
      lines: [
        "LOCATION:Microsoft Teams Meeting",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/1",
        "DESCRIPTION:Click here to join<https://example.com/help>",
      ],
    },
    {
      name: "a gateway has wrapped the link of the named service",
      lines: [
        "DESCRIPTION:Join Zoom Meeting<https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F1>",
      ],
    },
    {
      name: "a service is named without any link",
      lines: ["DESCRIPTION:On Google Meet\\, link later"],
    },
    {
      name: "a service is named beside a link that is not to join by",
      lines: ["DESCRIPTION:We talk on Webex.\\n\\nAgenda: https://example.com/agenda"],
    },
    {
      name: "the event has a page of its own",
      lines: [
        "URL:https://meetups.example.net/1",
        "DESCRIPTION:A Zoom meeting; the link comes later",
      ],
    },
    {
      name: "the meeting is on a server of the organizer's own",
      lines: ["LOCATION:https://jitsi.example.com/standup"],
    },
    { name: "a printer of the house has no name", lines: ["URL:http://192.168.1.20/"] },
    { name: "the host is an IDN in one script", lines: ["URL:https://xn--mller-kva.example/"] },
  ],
  invalid: [
    {
      name: "the place is a service and the link leads elsewhere (A30)",
      lines: ["LOCATION:Microsoft Teams Meeting", "URL:https://login.evil.example/"],
      reports: [elsewhere("Microsoft Teams", "login.evil.example")],
    },
    {
      name: "the text names a service before a link elsewhere",
      lines: ["DESCRIPTION:Join Zoom Meeting\\nhttps://evil.example/j/1"],
      reports: [elsewhere("Zoom", "evil.example")],
    },
    {
      name: "the text names a service and the place is a link elsewhere",
      lines: ["SUMMARY:Google Meet with Jo", "LOCATION:https://evil.example/abc"],
      reports: [elsewhere("Google Meet", "evil.example")],
    },
    {
      name: "a property to join by leads elsewhere",
      lines: ["DESCRIPTION:GoToMeeting", "CONFERENCE;VALUE=URI:https://evil.example/abc"],
      reports: [elsewhere("GoTo Meeting", "evil.example")],
    },
    {
      name: "a vendor's property leads elsewhere",
      lines: ["DESCRIPTION:Webex", "X-GOOGLE-CONFERENCE:https://evil.example/abc"],
      reports: [elsewhere("Webex", "evil.example")],
    },
    {
      name: "the text says to click",
      lines: ["LOCATION:Webex", "DESCRIPTION:Click here<https://evil.example/abc>"],
      reports: [elsewhere("Webex", "evil.example")],
    },
    {
      name: "user information looks like the host (A32)",
      lines: ["URL:https://teams.microsoft.com@evil.example/l"],
      reports: [
        {
          wording: "user",
          data: { service: null, host: "evil.example", shown: "teams.microsoft.com" },
        },
      ],
    },
    {
      name: "the host begins with a service's host",
      lines: ["URL:https://teams.microsoft.com.evil.example/l"],
      reports: [
        {
          wording: "imitation",
          data: {
            service: "Microsoft Teams",
            host: "teams.microsoft.com.evil.example",
            shown: null,
          },
        },
      ],
    },
    {
      name: "the host has a service's name in its own",
      lines: ["URL:https://join.zoom-us.example/j/1"],
      reports: [
        {
          wording: "imitation",
          data: { service: "Zoom", host: "join.zoom-us.example", shown: null },
        },
      ],
    },
    {
      name: "the host is read as a service's (A11)",
      lines: ["URL:https://xn--zom-ted.us/j/1"],
      reports: [{ wording: "imitation", data: { service: "Zoom", host: "zoоm.us", shown: null } }],
    },
    {
      name: "the host mixes alphabets",
      lines: ["URL:https://xn--exmple-4nf.example/"],
      reports: [
        { wording: "scripts", data: { service: null, host: "exаmple.example", shown: null } },
      ],
    },
    {
      name: "the host is a bare number",
      lines: ["URL:http://3232235777.example/", "LOCATION:http://0xC6336401/login"],
      reports: [{ wording: "address", data: { service: null, host: "198.51.100.1", shown: null } }],
    },
  ],
});

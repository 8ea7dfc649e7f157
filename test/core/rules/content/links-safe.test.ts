import { linksSafe } from "../../../../src/core/rules/content/links-safe.ts";
import { testContentRule } from "./content-rule-tester.ts";

const report = (scheme: string, property: string, link: string) => ({
  data: { scheme, property, link },
});

testContentRule(linksSafe, {
  valid: [
    { name: "there is no link" },
    { name: "a page is linked", lines: ["URL:https://example.com/event"] },
    { name: "a page is linked without encryption", lines: ["URL:http://example.com/event"] },
    { name: "the link is no absolute one", lines: ["URL:www.example.com"] },
    { name: "a telephone number is given", lines: ["CONFERENCE;VALUE=URI:tel:+49-30-5550100"] },
    {
      name: "Exchange gives the address of a Skype conference",
      lines: ["X-MICROSOFT-ONLINEMEETINGCONFLINK:conf:sip:jo@example.com\\;gruu"],
    },
    { name: "Outlook names its meeting workspace (A37)", lines: ["X-MS-OLK-MWSURL:ms-msdt:/id"] },
    { name: "prose has a colon", lines: ["DESCRIPTION:Data: see below. file: 12"] },
    { name: "prose speaks of an application", lines: ["DESCRIPTION:msteams:/l/meetup-join/1"] },
    {
      name: "an attachment is local (attachments-not-local)",
      lines: ["ATTACH:file:///etc/passwd"],
    },
    {
      name: "a picture stands in the HTML",
      lines: ['X-ALT-DESC;FMTTYPE=text/html:<img src="data:image/png;base64,AAAA">'],
    },
    { name: "a picture is the link", lines: ["IMAGE;VALUE=URI:data:image/gif;base64,AAAA"] },
    { name: "the attachment stands inline", lines: ["ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA"] },
  ],
  invalid: [
    {
      name: "URL runs a script (A29)",
      lines: ["URL:javascript:alert(1)"],
      reports: [report("javascript", "URL", "javascript:alert(1)")],
    },
    {
      name: "a drawing can hold a script",
      lines: ["IMAGE;VALUE=URI:data:image/svg+xml;base64,AAAA"],
      reports: [report("data", "IMAGE", "data:image/svg+xml;base64,AAAA")],
    },
    {
      name: "the script is broken up by a tab",
      lines: ["URL:java\tscript:alert(1)"],
      reports: [report("javascript", "URL", "java\tscript:alert(1)")],
    },
    {
      name: "CONFERENCE starts an application",
      lines: ["CONFERENCE;VALUE=URI:ms-msdt:/id PCWDiagnostic"],
      reports: [report("ms-msdt", "CONFERENCE", "ms-msdt:/id PCWDiagnostic")],
    },
    {
      name: "a vendor's property starts an application",
      lines: ["X-MICROSOFT-SKYPETEAMSMEETINGURL:msteams:/l/meetup-join/1"],
      reports: [report("msteams", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "msteams:/l/meetup-join/1")],
    },
    {
      name: "an external link of Exchange holds a page",
      lines: ["X-MICROSOFT-ONLINEMEETINGEXTERNALLINK:data:text/html,<script>x</script>"],
      reports: [
        report(
          "data",
          "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
          "data:text/html,<script>x</script>",
        ),
      ],
    },
    {
      name: "URL is a file on a server, as Windows writes it",
      lines: ["URL:\\\\files.evil.example\\share"],
      reports: [report("file", "URL", "\\\\files.evil.example\\share")],
    },
    {
      name: "another text is to be fetched (A25)",
      lines: ['DESCRIPTION;ALTREP="file://evil.example/x":Text'],
      reports: [report("file", "DESCRIPTION;ALTREP", "file://evil.example/x")],
    },
    {
      name: "an attachment is a page of its own",
      lines: ["ATTACH:data:text/html;base64,PHNjcmlwdD4="],
      reports: [report("data", "ATTACH", "data:text/html;base64,PHNjcmlwdD4=")],
    },
    {
      name: "prose holds a script",
      lines: ["DESCRIPTION:Open javascript:alert(1) now"],
      reports: [report("javascript", "DESCRIPTION", "javascript:alert(1")],
    },
    {
      name: "prose holds a page of its own",
      lines: ["DESCRIPTION:See data:text/html\\,x"],
      reports: [report("data", "DESCRIPTION", "data:text/html,x")],
    },
    {
      name: "prose names a file on a server",
      lines: ["DESCRIPTION:The slides: file://server/share/slides.pptx."],
      reports: [
        {
          severity: "warning",
          ...report("file", "DESCRIPTION", "file://server/share/slides.pptx"),
        },
      ],
    },
    {
      name: "prose asks Windows to search elsewhere",
      lines: ["LOCATION:search-ms:query=x&crumb=location:evil"],
      reports: [
        {
          severity: "warning",
          ...report("search-ms", "LOCATION", "search-ms:query=x&crumb=location:evil"),
        },
      ],
    },
    {
      name: "a link of HTML hides a script behind entities",
      lines: [`X-ALT-DESC;FMTTYPE=text/html:<a href="java&#115;cript:alert(1)">Join</a>`],
      reports: [report("javascript", "X-ALT-DESC", "javascript:alert(1)")],
    },
  ],
});

import { describe, expect, it } from "vitest";

import { scanText } from "../../../src/core/content/scan-text.ts";
import { MAX_LINK_LENGTH, MAX_LINKS } from "../../../src/core/limits.ts";

const links = (text: string) => scanText(text).map(({ written }) => written);

describe("scanText", () => {
  it.each([
    ["a link in a sentence", "See https://example.com/a.", ["https://example.com/a"]],
    ["a link in brackets", "(https://example.com/a)", ["https://example.com/a"]],
    ["two links", "http://a.example https://b.example", ["http://a.example", "https://b.example"]],
    ["a scheme of any name", "zoommtg://zoom.us/join?x=1", ["zoommtg://zoom.us/join?x=1"]],
    ["a script", "javascript:x", ["javascript:x"]],
    ["a page inside of a link", "data:text/html,x data: none", ["data:text/html,x"]],
    ["no link in a sentence with colons", "Note: 10:30, Room: 4", []],
    ["no link without scheme", "://example.com", []],
    ["links of HTML", "<a class=x href='https://a.example/'>A</a>", ["https://a.example/"]],
    ["a bare href", "<a href=https://a.example/ target=_blank>A</a>", ["https://a.example/"]],
    [
      "entities in HTML",
      '<a href="&#x68;ttps&colon;//a.example?x&amp;y&nope;">A</a>',
      ["https://a.example?x&y&nope;"],
    ],
    [
      "no impossible character",
      '<a href="&#9999999;https://a.example">A</a>',
      ["https://a.example"],
    ],
    ["no anchor without href", "<a name=top>A</a>", []],
    [
      "text around and inside of anchors",
      "http://a.example <a href=b://b>http://c.example</a> http://d.example",
      ["http://a.example", "b://b", "http://d.example"],
    ],
  ])("finds %s", (_, text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it.each([
    ["of an anchor", '<a href="https://a.example/"><b>Join</b>&nbsp;now</a>', "Join now", true],
    ["before the brackets of Outlook", "One\nJoin now<https://a.example/>", "Join now", true],
    ["on the same line", "Agenda: https://a.example/", "Agenda:", false],
    ["on the line before", "Join now\n\nhttps://a.example/", "Join now", false],
  ])("takes the label %s", (_, text, label, hidesTarget) => {
    expect(scanText(text)).toEqual([{ written: "https://a.example/", label, hidesTarget }]);
  });

  it("stops at the limit of links", () => {
    expect(scanText("http://a.example ".repeat(MAX_LINKS + 10))).toHaveLength(MAX_LINKS);
    expect(scanText("<a href=x:y>x</a>".repeat(MAX_LINKS + 10))).toHaveLength(MAX_LINKS);
  });

  it("cuts a link at its limit", () => {
    expect(links(`http://${"a".repeat(MAX_LINK_LENGTH * 2)}`)[0]).toHaveLength(MAX_LINK_LENGTH);
  });

  it.each([
    ["colons", ":"],
    ["schemes", "a:"],
    ["slashes", "://"],
    ["links without end", "a://"],
    ["scheme characters", "a"],
    ["anchors", "<a "],
    ["anchors with links", "<a href=a:b>"],
    ["references", "href="],
    ["entities", "&#x"],
    ["data links", "data:a/"],
    ["brackets", "x<http://"],
  ])("reads 4 MB of %s to the end (A46)", (_, unit) => {
    // A pattern that goes back over its text would not come to the end before the runner gives up.
    const text = `${unit.repeat(Math.ceil(2 ** 22 / unit.length))} https://last.example/`;
    const found = links(text);

    expect(found.length).toBeLessThanOrEqual(MAX_LINKS);
    expect(found.length === MAX_LINKS || found.at(-1)?.endsWith("//last.example/")).toBe(true);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { rulesDocument } from "../../scripts/docs/rules-document.ts";
import { catalogue } from "../../src/core/rules/catalogue.ts";
import { translateFrom, type Message } from "../../src/core/words/messages.ts";

const messages = JSON.parse(readFileSync("_locales/en/messages.json", "utf8")) as Record<
  string,
  Message
>;

/** The catalogue that others rely on. */
const IDS = `
  method-parameter-present method-parameter-matches charset-declared charset-utf8 encoding-valid
  transfer-encoding-declared text-alternative-present calendar-in-alternative copies-agree
  one-calendar-object lines-folded line-endings-crlf size-within-limits not-a-bounce not-forwarded
  container-readable
  calendar-parses method-present method-known version-is-2 prodid-present uid-present uid-single
  dtstamp-present dtstamp-plausible sequence-plausible organizer-present organizer-single
  attendee-present reply-has-one-attendee start-present end-after-start end-or-duration
  itip-properties properties-single component-supported values-valid calendar-gregorian
  time-zone-defined time-zone-standard time-zone-rules-agree recurrence-valid recurrence-bounded
  recurrence-id-matches event-upcoming
  attendee-is-you sender-is-organizer sender-is-attendee replier-invited reply-to-current-version
  organizer-unchanged authentication-passed answer-goes-to-sender organizer-addressable
  name-matches-address no-lookalike signer-is-organizer signature-expected not-premarked
  not-your-own
  links-safe links-match-text meeting-link-genuine attachments-not-local
  attachments-not-executable alarms-harmless text-without-hidden-characters text-without-markup
  sequence-not-older not-duplicate sequence-incremented not-superseded not-cancelled event-known
`
  .trim()
  .split(/\s+/);

const ERRORS = `
  method-parameter-matches encoding-valid one-calendar-object size-within-limits container-readable
  calendar-parses method-present method-known uid-present uid-single dtstamp-present
  organizer-present organizer-single attendee-present reply-has-one-attendee start-present
  properties-single values-valid recurrence-valid organizer-unchanged organizer-addressable
  links-safe attachments-not-local sequence-not-older not-cancelled
`
  .trim()
  .split(/\s+/);

const NOTICES = `
  charset-declared text-alternative-present calendar-in-alternative lines-folded line-endings-crlf
  not-a-bounce not-forwarded prodid-present time-zone-standard event-upcoming not-premarked
  not-your-own text-without-markup not-duplicate event-known
`
  .trim()
  .split(/\s+/);

describe("the catalogue of rules", () => {
  it("holds every rule that is promised, in families, and no other", () => {
    expect(catalogue.map(({ id }) => id)).toEqual(IDS);
  });

  it("is described in docs/rules.md as `npm run docs` writes it", () => {
    const document = rulesDocument(catalogue, translateFrom(messages));
    expect(readFileSync("docs/rules.md", "utf8")).toBe(document);
  });
});

describe.each(catalogue)("the rule $id", ({ id, family, severity, clause, placeholders }) => {
  const key = `rule_${id.replaceAll("-", "_")}`;

  it("has the severity that is promised", () => {
    const promised = ERRORS.includes(id) ? "error" : NOTICES.includes(id) ? "notice" : "warning";
    expect(severity).toBe(promised);
  });

  it("stands in the file of its name", () => {
    expect(existsSync(`src/core/rules/${family}/${id}.ts`)).toBe(true);
  });

  it("has a table of cases", () => {
    expect(existsSync(`test/core/rules/${family}/${id}.test.ts`)).toBe(true);
  });

  it("names its clause", () => {
    expect(clause).toMatch(/^RFC \d+ §\d/);
  });

  it("has a title, a reason and something to do", () => {
    for (const part of ["title", "why", "help"]) {
      expect(messages[`${key}_${part}`]?.message, part).toMatch(/\S/);
    }
  });

  it("has a sentence, and none with a placeholder that it does not fill", () => {
    const reserved = ["title", "why", "help"].map((part) => `${key}_${part}`);
    const sentences = Object.keys(messages)
      .filter((name) => name === key || name.startsWith(`${key}_`))
      .filter((name) => !reserved.includes(name));
    expect(sentences).not.toEqual([]);
    for (const name of sentences) {
      for (const { content } of Object.values(messages[name]?.placeholders ?? {})) {
        expect(Number(content.slice(1)), name).toBeLessThanOrEqual(placeholders.length);
      }
    }
  });
});

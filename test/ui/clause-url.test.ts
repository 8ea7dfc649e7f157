import { expect, it } from "vitest";
import { clauseUrl } from "../../src/ui/card/clause-url.ts";

it.each([
  { clause: "RFC 5546 §3.2.2", url: "https://www.rfc-editor.org/rfc/rfc5546.html#section-3.2.2" },
  { clause: "RFC 6047", url: "https://www.rfc-editor.org/rfc/rfc6047.html" },
  { clause: "MS-OXCICAL §2.1.3", url: null },
  { clause: "RFC 5546 §3 and more", url: null },
])("a clause leads to where it can be read: $clause", ({ clause, url }) => {
  expect(clauseUrl(clause)).toBe(url);
});

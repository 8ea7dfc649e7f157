import { format } from "prettier";

import { EXCEPTIONS } from "./exceptions.ts";
import type { Complaints, Judge } from "./judge.ts";
import { KINDS, type Kind } from "./outgoing.ts";
import { cellOf, JUDGES } from "./results.ts";
import { SHAPES } from "./shapes.ts";

/** What each kind of message is, for people. */
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  accept: "REPLY, accepted",
  tentative: "REPLY, tentative",
  decline: "REPLY, declined",
  comment: "REPLY with a comment",
  occurrence: "REPLY to one occurrence",
  delegate: "REPLY, delegated",
  "delegate-request": "REQUEST to the delegate",
  counter: "COUNTER",
  "counter-occurrence": "COUNTER to one occurrence",
  refresh: "REFRESH",
  "refresh-occurrence": "REFRESH of one occurrence",
  invite: "REQUEST of an organizer",
  update: "REQUEST that updates",
  cancel: "CANCEL",
};

/** docs/interoperability.md, from what the judges said. */
export function interoperabilityDocument(said: ReadonlyMap<Judge, Complaints>): Promise<string> {
  const names = JUDGES.map(({ name }) => name);
  const text = [
    "# Interoperability",
    "",
    "What Convene writes is judged by programs that others wrote, as Debian carries them. Everything that it can say is written about each invitation below by the code that the add-on and the command line share, taken out of its message by somebody else's MIME parser, and handed to:",
    "",
    "- **libical**: the restriction check, its tables of RFC 5546 (`libical-dev`).",
    "- **python3-icalendar**, **python3-vobject**: parse message and object; METHOD, UID, PARTSTAT and COMMENT are what was said.",
    "- **KCalendarCore**, KDE's calendar library (`libkf5calendarcore-dev`): reads METHOD, UID, STATUS, PARTSTAT and COMMENT.",
    "- **Cyrus IMAP** (`cyrus-common`, `cyrus-caldav`): the organizer's event is put into his calendar by CalDAV, the answer is delivered to him by LMTP, Sieve's `processimip` applies it; then the event says what the attendee said, and nothing else has changed. What an organizer or a delegator sends is delivered to the one who is invited, and stands in his calendar.",
    "- **Thunderbird**: its built-in bar recognises the answers to an event, a series, one occurrence and a whole day, and updates the organizer's event (`test/e2e/organizer.test.ts`).",
    "",
    "This page is made by the tests themselves: `npm run docs:interop` writes it, `npm run test:interop` fails where it is not true.",
    "",
    "## Results",
    "",
    "Accepted messages of all that were judged; “+ n” are the exceptions named below, “–” means that there is nothing to judge (Cyrus does not apply COUNTER and REFRESH).",
    "",
    `| message | ${names.join(" | ")} |`,
    `| --- | ${names.map(() => "---").join(" | ")} |`,
    ...KINDS.map((kind) => rowOf(kind, said)),
    "",
    "## Exceptions",
    "",
    "Where a judge contradicts the RFC's own text, or cannot take part, the RFC wins.",
    "",
    ...EXCEPTIONS.map(({ judges, because }) => `- ${judges.join(", ")}: ${because}`),
    "",
    `## The ${SHAPES.length} invitations`,
    "",
    "All of them are written for this project, in the shape of what each system sends (`test/interop/shapes`, `test/fixtures/mail`).",
    "",
    ...SHAPES.map(({ name, about }) => `- \`${name}\`: ${about}`),
    "",
  ].join("\n");
  return format(text, { parser: "markdown" });
}

function rowOf(kind: Kind, said: ReadonlyMap<Judge, Complaints>): string {
  const cells = JUDGES.map((judge) => {
    const cell = cellOf(judge, kind, said.get(judge) ?? new Map());
    if (cell === null) {
      return "–";
    }
    const { accepted, excepted, refused } = cell;
    const all = accepted + excepted + refused.length;
    return `${accepted} of ${all}${excepted === 0 ? "" : ` + ${excepted}`}`;
  });
  return `| ${KIND_NAMES[kind]} | ${cells.join(" | ")} |`;
}

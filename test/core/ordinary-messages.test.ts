import { describe, expect, it } from "vitest";

import { Stage, type Received } from "../attacks/stage.ts";

/** A message as one program writes it, besides those of test/fixtures. */
interface Ordinary {
  readonly name: string;
  readonly from: string;
  readonly fields?: readonly string[];
  readonly prodid: string;
  /** Null: the object has none. */
  readonly method: string | null;
  readonly type?: string;
  readonly lines: readonly string[];
  readonly state: string;
}

const EVENT = ["DTSTAMP:20261122T115900Z", "SUMMARY:Budget"];
const UTC = ["DTSTART:20261201T090000Z", "DTEND:20261201T100000Z"];
const BERLIN = "TZID=W. Europe Standard Time";
const WINDOWS = [`DTSTART;${BERLIN}:20261201T100000`, `DTEND;${BERLIN}:20261201T110000`];
const BOSS = "ORGANIZER;CN=Boss:mailto:boss@example.com";
const ME =
  "ATTENDEE;CN=Me;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:me@example.org";
const MINE = "ORGANIZER;CN=Me:mailto:me@example.org";

function vevent(...lines: readonly string[]): readonly string[] {
  return ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
}

const exchange = { from: "Boss <boss@example.com>", prodid: "Microsoft Exchange Server 2010" };
const google = {
  from: "Boss <boss@example.com>",
  prodid: "-//Google Inc//Google Calendar 70.9054//EN",
};
const bob = "Bob <bob@example.net>";

const answers: readonly Ordinary[] = [
  {
    name: "an answer of Google's",
    ...google,
    from: bob,
    method: "REPLY",
    lines: vevent(
      ...[...EVENT, ...UTC, MINE, "UID:own", "SEQUENCE:1", "DESCRIPTION:", "LOCATION:"],
      "ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN=Bob;X-NUM-GUESTS=0:mailto:bob@example.net",
    ),
    state: "reply",
  },
  {
    name: "an answer of Exchange's, without organizer",
    ...exchange,
    from: bob,
    method: "REPLY",
    lines: vevent(
      ...["ATTENDEE;PARTSTAT=ACCEPTED;CN=Bob:mailto:bob@example.net", "UID:own", ...EVENT],
      ...[...WINDOWS, "SEQUENCE:1", "COMMENT;LANGUAGE=de-DE:\\n", "STATUS:CONFIRMED"],
    ),
    state: "reply",
  },
  {
    name: "an answer of macOS",
    from: bob,
    prodid: "-//Apple Inc.//macOS 15.1//EN",
    method: "REPLY",
    lines: vevent(
      ...[...EVENT, ...UTC, 'ORGANIZER;CN="Me":mailto:me@example.org', "UID:own", "SEQUENCE:1"],
      'ATTENDEE;CN="Bob";EMAIL="bob@example.net";PARTSTAT=TENTATIVE:mailto:bob@example.net',
      "REQUEST-STATUS:2.0;Success",
    ),
    state: "reply",
  },
  {
    name: "a proposal of Outlook's",
    ...exchange,
    from: bob,
    method: "COUNTER",
    lines: vevent(
      ...[...EVENT, MINE, "UID:own", "SEQUENCE:1", "DTSTART:20261202T090000Z"],
      ...["DTEND:20261202T100000Z", "X-MS-OLK-ORIGINALSTART:20261201T090000Z"],
      "ATTENDEE;PARTSTAT=TENTATIVE;CN=Bob:mailto:bob@example.net",
    ),
    state: "counter",
  },
];

const requests: readonly Ordinary[] = [
  {
    name: "a series of Exchange's, of whole days",
    ...exchange,
    method: "REQUEST",
    lines: vevent(
      ...[BOSS, ME, "UID:1", ...EVENT, "SEQUENCE:0", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
      ...[`DTSTART;${BERLIN}:20261201T000000`, `DTEND;${BERLIN}:20261202T000000`],
      "RRULE:FREQ=MONTHLY;COUNT=12;INTERVAL=1;BYDAY=1TU",
    ),
    state: "new",
  },
  {
    name: "a cancelled series of Exchange's",
    ...exchange,
    method: "CANCEL",
    lines: vevent(
      ...[BOSS, ME, "UID:1", ...EVENT, ...WINDOWS, "SEQUENCE:2", "STATUS:CANCELLED"],
      "RRULE:FREQ=WEEKLY;UNTIL=20270301T090000Z;INTERVAL=1;BYDAY=TU;WKST=MO",
    ),
    state: "unknown-event",
  },
  {
    name: "a Teams meeting with all of its properties",
    ...exchange,
    method: "REQUEST",
    lines: vevent(
      ...[
        BOSS,
        ME,
        "UID:1",
        ...EVENT,
        ...WINDOWS,
        "SEQUENCE:0",
        "LOCATION:Microsoft Teams Meeting",
      ],
      "DESCRIPTION:Microsoft Teams\\nJoin: https://teams.microsoft.com/meet/1?p=x\\nNeed help?<https:/",
      " /aka.ms/JoinTeamsMeeting?omkt=en-US>",
      "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting_x",
      "X-MICROSOFT-ONLINEMEETINGCONFLINK:conf:sip:boss@example.com\\;gruu\\;opaque=app:conf",
      "X-MICROSOFT-SCHEDULINGSERVICEUPDATEURL:https://api.scheduler.teams.microsoft.com/teams/1",
    ),
    state: "new",
  },
  {
    name: "Outlook for Mac, its zone by its display name",
    from: exchange.from,
    prodid: "-//Microsoft Corporation//Outlook for Mac MIMEDIR//EN",
    method: "REQUEST",
    lines: vevent(
      ...[BOSS, ME, "UID:1", ...EVENT, "SEQUENCE:0"],
      'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome":20261201T100000',
      'DTEND;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome":20261201T110000',
      'X-ALT-DESC;FMTTYPE=text/html:<a href="https://teams.microsoft.com/l/x">Join the meeting</a>',
    ),
    state: "new",
  },
  {
    name: "a series of Google's with a changed occurrence of a higher SEQUENCE",
    ...google,
    method: "REQUEST",
    lines: [
      ...vevent(
        ...[BOSS, ME, "UID:1", ...EVENT, ...UTC, "SEQUENCE:1", "RRULE:FREQ=WEEKLY;BYDAY=TU"],
      ),
      ...vevent(
        ...[BOSS, ME, "UID:1", ...EVENT, "SEQUENCE:2", "RECURRENCE-ID:20261215T090000Z"],
        ...["DTSTART:20261216T090000Z", "DTEND:20261216T100000Z"],
      ),
    ],
    state: "new",
  },
  {
    name: "Thunderbird, a whole day",
    from: exchange.from,
    prodid: "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
    method: "REQUEST",
    lines: vevent(
      ...["UID:1", ...EVENT, ME, "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"],
      "ORGANIZER;PARTSTAT=ACCEPTED;ROLE=CHAIR;CN=Boss:mailto:boss@example.com",
      ...["X-MOZ-GENERATION:2", "X-MOZ-SEND-INVITATIONS:TRUE"],
    ),
    state: "new",
  },
  {
    name: "Webex, with a SEQUENCE made from the clock",
    from: "messenger@webex.com",
    fields: ["Reply-To: boss@example.com"],
    prodid: "-//Microsoft Corporation//Outlook 10.0 MIMEDIR//EN",
    method: "REQUEST",
    lines: vevent(
      ...["ORGANIZER;CN=Boss:MAILTO:boss@example.com", ME, "UID:1", ...EVENT, ...UTC],
      ...["SEQUENCE:1795348770", "LOCATION:https://example.webex.com/j.php?MTID=m1"],
      "DESCRIPTION:Join the Webex meeting\\nhttps://example.webex.com/j.php?MTID=m1",
    ),
    state: "new",
  },
  {
    name: "Calendly",
    from: "Calendly <notifications@calendly.com>",
    fields: ["Reply-To: boss@example.com"],
    prodid: "-//Calendly//EN",
    method: "REQUEST",
    lines: vevent(...[BOSS, ME, "UID:calendly-1", ...EVENT, ...UTC], "CLASS:PRIVATE"),
    state: "new",
  },
  {
    name: "a Zoom link behind a mail gateway",
    ...exchange,
    method: "REQUEST",
    lines: vevent(
      ...[BOSS, ME, "UID:1", ...EVENT, ...UTC, "LOCATION:https://us02web.zoom.us/j/1"],
      "DESCRIPTION:Zoom Meeting https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2F",
      " us02web.zoom.us%2Fj%2F1&data=05",
    ),
    state: "new",
  },
  {
    name: "a task of Nextcloud's",
    from: exchange.from,
    prodid: "-//Nextcloud Tasks v0.16.1",
    method: "REQUEST",
    lines: [
      ...["BEGIN:VTODO", BOSS, ME, "UID:1", ...EVENT, "DUE;VALUE=DATE:20261201", "END:VTODO"],
    ],
    state: "new",
  },
  {
    name: "a booking without METHOD",
    from: "Air <noreply@air.example>",
    prodid: "-//Air//EN",
    method: null,
    type: "application/ics; name=flight.ics",
    lines: vevent("UID:1", ...EVENT, ...UTC),
    state: "published",
  },
];

/** The user's own event, which the answers are about. */
const OWN: Ordinary = {
  name: "own",
  from: "Me <me@example.org>",
  prodid: "-//Example//EN",
  method: "REQUEST",
  lines: vevent(
    ...[...EVENT, ...UTC, MINE, "UID:own", "SEQUENCE:1"],
    "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bob@example.net",
  ),
  state: "new",
};

function bytesOf({ name, from, fields = [], prodid, method, type, lines }: Ordinary): Uint8Array {
  const ownType = `text/calendar; charset="utf-8"; method=${String(method)}`;
  const message = [
    ...[`From: ${from}`, "To: me@example.org", "Subject: Budget", ...fields],
    ...["Date: Sun, 22 Nov 2026 11:59:30 +0000", `Message-ID: <${btoa(name)}@example.net>`],
    ...["MIME-Version: 1.0", 'Content-Type: multipart/alternative; boundary="b"', ""],
    ...["--b", "Content-Type: text/plain; charset=utf-8", "", "Budget"],
    ...["--b", `Content-Type: ${type ?? ownType}`, "Content-Transfer-Encoding: 8bit", ""],
    ...["BEGIN:VCALENDAR", `PRODID:${prodid}`, "VERSION:2.0"],
    ...[
      ...(method === null ? [] : [`METHOD:${method}`]),
      ...lines,
      "END:VCALENDAR",
      "",
      "--b--",
      "",
    ],
  ];
  return new TextEncoder().encode(message.join("\r\n"));
}

async function receive(message: Ordinary): Promise<Received> {
  const stage = new Stage();
  await stage.receive(bytesOf(OWN));
  return stage.receive(bytesOf(message));
}

describe("ordinary mail", () => {
  it.each([...answers, ...requests])("has no problem: $name", async (message) => {
    const received = await receive(message);

    expect(received).toMatchObject({ state: message.state, verdict: "ok", broken: [] });
    expect(received.card.method).toBe(message.method);
    expect(received.applied).toBe(message.state !== "unknown-event");
    expect(received.inspection.invitations).toHaveLength(1);
  });

  it.each(answers)("is understood to answer the user's own event: $name", async (message) => {
    const { card } = await receive(message);

    expect(card.role).toBe("organizer");
    expect(card.author).toMatchObject({ address: "bob@example.net" });
  });

  it.each(requests.filter(({ method }) => method === "REQUEST"))(
    "invites the user by name: $name",
    async (message) => {
      expect((await receive(message)).card).toMatchObject({
        role: "attendee",
        me: "me@example.org",
        matchedBy: "exact",
        partstat: "NEEDS-ACTION",
        replyTo: "boss@example.com",
      });
    },
  );
});

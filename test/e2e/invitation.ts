/** One REQUEST as its organizer sends it; every field has a default. */
export interface Invitation {
  readonly uid: string;
  readonly messageId: string;
  readonly sequence: number;
  readonly summary: string;
  readonly from: string;
  readonly to: string;
  readonly organizer: string;
  readonly attendees: readonly string[];
  /** Lines of DTSTART, DTEND and, where there is one, RECURRENCE-ID. */
  readonly times: readonly string[];
  readonly method: string;
  readonly methodParameter: string;
}

export const ORGANIZER = "ORGANIZER;CN=Jürgen Öztürk:mailto:juergen@example.com";
export const ME =
  "ATTENDEE;CN=Mia Müller;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:me@example.org";
export const OTHER = "ATTENDEE;CN=Åsa;PARTSTAT=ACCEPTED:mailto:asa@example.net";
export const SUMMARY = "Größe prüfen – 予算 2027";

let count = 0;

/** Each one is about an event of its own, unless it says otherwise. */
export function makeInvitation(changes: Partial<Invitation> = {}): Invitation {
  count += 1;
  return {
    uid: `event-${count}@example.com`,
    messageId: `invitation-${count}@example.com`,
    sequence: 0,
    summary: SUMMARY,
    from: "=?UTF-8?B?SsO8cmdlbiDDlnp0w7xyaw==?= <juergen@example.com>",
    to: "=?UTF-8?B?TWlhIE3DvGxsZXI=?= <me@example.org>",
    organizer: ORGANIZER,
    attendees: [ME, OTHER],
    times: berlin(daysAhead(10)),
    method: "REQUEST",
    methodParameter: "REQUEST",
    ...changes,
  };
}

/** Such as "20261202". */
export function daysAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
}

/** An hour of a day, local time of Berlin. */
export function berlin(day: string, hour = 10): readonly string[] {
  return [
    `DTSTART;TZID=Europe/Berlin:${day}T${String(hour).padStart(2, "0")}0000`,
    `DTEND;TZID=Europe/Berlin:${day}T${String(hour + 1).padStart(2, "0")}0000`,
  ];
}

/** The whole message, UTF-8 in base64 as many systems send it. */
export function invitationMail(
  invitation: Invitation,
  object: string = calendarObject(invitation),
): Buffer {
  const { from, to, messageId, methodParameter } = invitation;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: Invitation`,
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${messageId}>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="part"',
    "",
    "--part",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    "Sie sind eingeladen: Größe prüfen.",
    "--part",
    `Content-Type: text/calendar; method=${methodParameter}; charset=UTF-8`,
    "Content-Transfer-Encoding: base64",
    "",
    ...base64Lines(object),
    "--part--",
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}

const BERLIN = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Berlin",
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** The bare iCalendar object. */
export function calendarObject(invitation: Invitation): string {
  const { uid, sequence, summary, times, organizer, attendees, method } = invitation;
  const zone = times.some((line) => line.includes("TZID=Europe/Berlin")) ? BERLIN : [];
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example Corp//Calendar 3.1//EN",
    `METHOD:${method}`,
    ...zone,
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    ...times,
    `SUMMARY:${summary}`,
    organizer,
    ...attendees,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.flatMap(fold).join("\r\n") + "\r\n";
}

/** Folds at 60 characters, far enough below 75 octets. */
function fold(line: string): string[] {
  return line
    .split(/(.{1,60})/u)
    .filter((piece) => piece !== "")
    .map((piece, index) => (index === 0 ? piece : ` ${piece}`));
}

function base64Lines(text: string): string[] {
  return (
    Buffer.from(text)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  );
}

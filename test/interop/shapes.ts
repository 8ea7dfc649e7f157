import { existsSync, readFileSync } from "node:fs";

/** One invitation as some calendar system writes it. */
export interface Shape {
  /** Its file: shapes/NAME.ics, else ../fixtures/mail/NAME.eml. */
  readonly name: string;
  /** What is peculiar, for the document. */
  readonly about: string;
  /** Further addresses of the user. */
  readonly aliases?: readonly string[];
  /** One occurrence of the series, as a time key. */
  readonly occurrence?: string;
}

/** The user of all shapes. */
export const USER = { name: "Alex Example", address: "alex@example.org" } as const;

/** When all of them are answered: 2026-11-22T12:00:00Z. */
export const NOW = Date.UTC(2026, 10, 22, 12);

/** Whole messages, from test/fixtures. */
const MESSAGES: readonly Shape[] = [
  { name: "google", about: "Google Calendar, the object twice, in UTC" },
  { name: "google-service", about: "Google Calendar for an organizer elsewhere" },
  { name: "google-group", about: "Google Workspace, a group is invited" },
  { name: "exchange", about: "Exchange, Windows zone, MAILTO in capitals" },
  { name: "exchange-all-day", about: "Exchange, midnight to midnight in a Windows zone" },
  { name: "exchange-one-occurrence", about: "Exchange, one occurrence without its series" },
  { name: "exchange-forwarded", about: "Exchange, passed on by an attendee" },
  { name: "teams", about: "Microsoft Teams" },
  { name: "outlook-custom-zone", about: "Outlook, tzone://Microsoft/Custom with rules" },
  { name: "outlook-utc-zone", about: "Outlook, tzone://Microsoft/Utc without rules" },
  { name: "outlook-numbered-zone", about: "Outlook, a numbered copy of a Windows zone" },
  { name: "customized-time-zone", about: "Outlook, Customized Time Zone" },
  { name: "apple-icloud", about: "iCloud, ORGANIZER at imip.me.com" },
  { name: "apple-mac", about: "Calendar of macOS" },
  { name: "apple-server", about: "Apple's calendar server, ORGANIZER with a plus tag" },
  { name: "nextcloud", about: "Nextcloud" },
  { name: "sabre", about: "sabre/dav, the calendar is the whole message" },
  { name: "sogo", about: "SOGo" },
  { name: "horde", about: "Horde, RECURRENCE-ID in UTC for a series in a zone" },
  { name: "tine", about: "Tine 2.0" },
  { name: "kde", about: "KMail" },
  { name: "evolution", about: "Evolution, prefixed zone name" },
  { name: "thunderbird", about: "Thunderbird" },
  { name: "zimbra", about: "Zimbra, quoted TZID" },
  { name: "domino", about: "HCL Domino, zone “W. Europe”" },
  { name: "android", about: "Android, MAILTO in capitals" },
  { name: "zoom", about: "Zoom, UID with colons" },
  { name: "proton", about: "Proton" },
  { name: "tuta", about: "Tuta" },
  { name: "yahoo", about: "Yahoo, TZID without VTIMEZONE, SENT-BY equal to ORGANIZER" },
  { name: "fastmail", about: "Fastmail" },
  { name: "stalwart", about: "Stalwart" },
  { name: "roundcube", about: "Roundcube" },
  { name: "tmail", about: "Twake Mail" },
  { name: "crm", about: "a web application's mail library" },
  {
    name: "series",
    about: "a series with one changed occurrence",
    occurrence: "2026-12-07T08:30:00Z",
  },
  { name: "floating", about: "floating times" },
  { name: "all-day", about: "one day" },
  { name: "todo", about: "a to-do" },
  { name: "time-zone-undefined", about: "a zone that is neither defined nor known" },
  { name: "names", about: "Japanese, Greek, Arabic and Czech names" },
  { name: "folded-inside-characters", about: "folded inside of characters" },
  { name: "latin-1", about: "ISO 8859-1" },
  { name: "utf-16", about: "UTF-16" },
  { name: "plus-tag", about: "the user is invited by a plus tag" },
  { name: "sent-by", about: "sent by an assistant" },
];

/** Objects written for these tests. */
const OBJECTS: readonly Shape[] = [
  {
    name: "google-series",
    about: "Google Calendar, series with EXDATE",
    occurrence: "2026-12-03T09:00:00Z",
  },
  { name: "google-instance", about: "Google Calendar, one moved occurrence" },
  {
    name: "exchange-series",
    about: "Exchange, series in a Windows zone",
    occurrence: "2026-12-28T09:00:00Z",
  },
  {
    name: "exchange-series-with-override",
    about: "Exchange, series and override",
    occurrence: "2026-12-14T09:00:00Z",
  },
  { name: "exchange-utc", about: "Exchange, UTC" },
  { name: "exchange-no-counter", about: "Exchange, X-MICROSOFT-DISALLOW-COUNTER:TRUE" },
  { name: "exchange-no-answer-asked", about: "Exchange, X-MICROSOFT-ISRESPONSEREQUESTED:FALSE" },
  {
    name: "apple-all-day-series",
    about: "Calendar of macOS, yearly, all day",
    occurrence: "2027-12-05",
  },
  { name: "apple-instance", about: "Calendar of macOS, one moved occurrence" },
  { name: "apple-server-principal", about: "Apple, ATTENDEE is a urn:uuid with EMAIL" },
  {
    name: "zimbra-series",
    about: "Zimbra, monthly, zone name with an offset",
    occurrence: "2027-01-06T13:00:00Z",
  },
  {
    name: "domino-listed-dates",
    about: "HCL Domino, a series by RDATE",
    occurrence: "2026-12-17T13:00:00Z",
  },
  {
    name: "nextcloud-duration-series",
    about: "Nextcloud, series with DURATION",
    occurrence: "2026-12-02T17:00:00Z",
  },
  { name: "android-series", about: "Android, series in UTC", occurrence: "2026-12-04T08:30:00Z" },
  { name: "open-xchange", about: "Open-Xchange, ORGANIZER with SENT-BY" },
  { name: "yandex", about: "Yandex, Cyrillic names" },
  { name: "all-day-series", about: "monthly, two days each", occurrence: "2026-12-01" },
  { name: "all-day-instance", about: "one moved occurrence of an all-day series" },
  { name: "floating-series", about: "series at floating times", occurrence: "2026-12-02T07:00:00" },
  { name: "utc-series", about: "series in UTC", occurrence: "2026-12-08T15:00:00Z" },
  { name: "this-and-future", about: "RANGE=THISANDFUTURE" },
  { name: "two-instances", about: "two occurrences without their series" },
  { name: "duration", about: "DURATION" },
  { name: "end-and-duration", about: "DTEND and DURATION together" },
  { name: "no-end", about: "neither DTEND nor DURATION" },
  { name: "no-title", about: "no SUMMARY, an empty LOCATION" },
  { name: "all-day-without-end", about: "a day without DTEND" },
  { name: "sequence-missing", about: "no SEQUENCE" },
  { name: "long-uid", about: "UID of more than 400 characters" },
  { name: "odd-uid", about: "UID with spaces, quotes, escapes and accents" },
  { name: "quoted-names", about: "names with commas, colons and semicolons" },
  { name: "caret-names", about: "names with quotation marks (RFC 6868)" },
  { name: "folded-names", about: "names and a title longer than a line, in five scripts" },
  { name: "upper-case", about: "MAILTO and addresses in capitals" },
  { name: "lower-case-properties", about: "property and parameter names in small letters" },
  { name: "delegated-to-me", about: "DELEGATED-FROM" },
  { name: "member-of-groups", about: "MEMBER with two groups" },
  {
    name: "answered-by-assistant",
    about: "the user answers for somebody else",
    aliases: ["kai@example.org"],
  },
  { name: "scheduling-parameters", about: "SCHEDULE-AGENT, SCHEDULE-STATUS, DIR, LANGUAGE" },
  { name: "rooms-and-resources", about: "rooms, resources and optional guests" },
  { name: "prefixed-zone", about: "zone name with a path before it" },
  { name: "two-zones", about: "a flight from one zone to another" },
  { name: "undefined-windows-zone", about: "a Windows zone that is not defined" },
  {
    name: "undefined-zone-series",
    about: "series in a zone that is not defined",
    occurrence: "2026-12-17T01:00:00Z",
  },
  { name: "half-hour-zone", about: "zone of a half hour without daylight saving time" },
  { name: "to-do-series", about: "a to-do that recurs", occurrence: "2026-12-07T08:00:00Z" },
  { name: "to-do-due-day", about: "a to-do due on a day" },
  { name: "many-properties", about: "nearly every property of RFC 5545 and RFC 7986" },
];

export const SHAPES: readonly Shape[] = [...MESSAGES, ...OBJECTS];

/** The message, or the bare object, as the user receives it. */
export function readShape({ name }: Shape): Uint8Array {
  const object = `test/interop/shapes/${name}.ics`;
  return new Uint8Array(
    readFileSync(existsSync(object) ? object : `test/fixtures/mail/${name}.eml`),
  );
}

/** The series in the organizer's calendar, of which a shape is an occurrence; null: the shape's own. */
export function readStored({ name }: Shape): string | null {
  const file = `test/interop/shapes/${name}.stored.ics`;
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

import { IANA_ALIAS_MAP } from "windows-iana";
import { ianaClock, isZoneOfPlatform } from "./clock.ts";
import { HOUR, MINUTE } from "./wall-time.ts";
import { ianaOfWindows } from "./windows-zones.ts";

/** What the name of a zone says, without any VTIMEZONE. */
export interface NamedZone {
  readonly timeZone: string | null;
  /** Milliseconds ahead of UTC where the name gives nothing but an offset. */
  readonly offset: number | null;
  /** The name as it stands, in whatever case, is IANA's. */
  readonly isStandard: boolean;
}

const UNKNOWN: NamedZone = { timeZone: null, offset: null, isStandard: false };

/** Longer than any name of a zone; what is longer is not looked up. */
const MAX_NAME = 200;

export function zoneOfName(tzid: string): NamedZone {
  const name = tzid.trim().replace(/^"(.*)"$/, "$1");
  if (name.length > MAX_NAME) {
    return UNKNOWN;
  }
  const standard = ianaName(name);
  if (standard !== null) {
    return { timeZone: standard, offset: null, isStandard: true };
  }
  const timeZone = zoneOfPrivateName(name) ?? ianaOfPath(name);
  return timeZone === null ? zoneOfOffset(name) : { ...UNKNOWN, timeZone };
}

/** Of IANA's, but not in the list, which knows no one place for them. */
const OF_NO_PLACE: readonly string[] = ["CET", "EET", "MET", "WET"];

const ianaNames: ReadonlyMap<string, string> = new Map(
  [...OF_NO_PLACE, ...IANA_ALIAS_MAP.flatMap(({ alias }) => alias)]
    .filter((name) => name !== "Etc/Unknown")
    .map((name) => [name.toLowerCase(), name]),
);

/**
 * In the spelling of IANA. The platform alone is not asked: ICU also takes "IST" or "PST", which are
 * not IANA's and mean several zones; but it may know zones that the list does not.
 */
function ianaName(name: string): string | null {
  const listed = ianaNames.get(name.toLowerCase());
  if (listed !== undefined) {
    return isZoneOfPlatform(listed) ? listed : null;
  }
  const isFullName = /^(?!SystemV)[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+){1,2}$/.test(name);
  return isFullName && isZoneOfPlatform(name) ? name : null;
}

/** "W. Europe Standard Time", also with the number that Outlook puts behind a changed zone. */
function zoneOfPrivateName(name: string): string | null {
  const bare = name.replace(/^tzone:\/\/microsoft\//i, "");
  const unnumbered = bare.replace(/ \d$/, "");
  for (const candidate of new Set([bare, unnumbered])) {
    const found = ianaOfWindows(candidate) ?? ianaName(candidate);
    if (found !== null) {
      return found;
    }
  }
  // "US-Eastern", "Europe-Berlin"
  const separator = bare.indexOf("-");
  return separator === -1
    ? null
    : ianaName(`${bare.slice(0, separator)}/${bare.slice(separator + 1)}`);
}

/** "/mozilla.org/20070129_1/Europe/Berlin": the last segments that name a zone (RFC 5545 §3.8.3.1). */
function ianaOfPath(name: string): string | null {
  const segments = name.split("/");
  for (const length of [3, 2, 1]) {
    const found = segments.length > length ? ianaName(segments.slice(-length).join("/")) : null;
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** What the name gives away where it is no name: "GMT+0100", "(UTC+01:00) Amsterdam, Berlin". */
function zoneOfOffset(name: string): NamedZone {
  const written = offsetInName(name);
  if (written === null) {
    return UNKNOWN;
  }
  const { offset, places } = written;
  const timeZone = zoneOfPlaces(places, offset);
  return timeZone === null
    ? { timeZone: fixedZone(offset), offset, isStandard: false }
    : { ...UNKNOWN, timeZone };
}

const OFFSET_NAME = /^\(?(?:utc|gmt)? ?([+-])(\d{1,2})[:.]?(\d\d)?\)?(.*)$/i;

const UTC_NAME = /^\((?:utc|gmt)\)(.*)$/i;

function offsetInName(name: string): { offset: number; places: string } | null {
  const utc = UTC_NAME.exec(name);
  if (utc !== null) {
    return { offset: 0, places: utc[1] ?? "" };
  }
  const [, sign, hours, minutes = "0", places = ""] = OFFSET_NAME.exec(name) ?? [];
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE;
  // "GMT +0100 (Standard) / GMT +0200 (Daylight)" names two offsets.
  return sign === undefined || size > LARGEST_OFFSET || /[+-]\d/.test(places)
    ? null
    : { offset: sign === "-" ? -size : size, places };
}

const LARGEST_OFFSET = 14 * HOUR;

/** "Etc/GMT-1" is one hour ahead of UTC: IANA counts them the other way round. */
function fixedZone(offset: number): string | null {
  const hours = offset / HOUR;
  if (!Number.isInteger(hours)) {
    return null;
  }
  const name =
    hours === 0 ? "Etc/UTC" : `Etc/GMT${hours > 0 ? "-" : "+"}${String(Math.abs(hours))}`;
  return ianaName(name);
}

/** What Windows shows to people where no name of a city helps. */
const DISPLAY_NAMES: readonly (readonly [string, string])[] = [
  ["eastern time", "America/New_York"],
  ["central time", "America/Chicago"],
  ["mountain time", "America/Denver"],
  ["pacific time", "America/Los_Angeles"],
  ["atlantic time", "America/Halifax"],
  ["alaska", "America/Anchorage"],
  ["hawaii", "Pacific/Honolulu"],
  ["newfoundland", "America/St_Johns"],
  ["arizona", "America/Phoenix"],
  ["saskatchewan", "America/Regina"],
  ["indiana", "America/Indiana/Indianapolis"],
  ["brasilia", "America/Sao_Paulo"],
  ["west central africa", "Africa/Lagos"],
  ["new delhi", "Asia/Kolkata"],
  ["beijing", "Asia/Shanghai"],
  ["abu dhabi", "Asia/Dubai"],
  ["osaka", "Asia/Tokyo"],
  ["canberra", "Australia/Sydney"],
  ["wellington", "Pacific/Auckland"],
  ["coordinated universal time", "Etc/UTC"],
];

const zonesOfCities: ReadonlyMap<string, string> = new Map([
  ...[...ianaNames.values()]
    .filter((name) => /^(?!Etc|US)[A-Z][a-z]+\//.test(name))
    .map((name): readonly [string, string] => [
      name
        .slice(name.lastIndexOf("/") + 1)
        .replaceAll("_", " ")
        .toLowerCase(),
      name,
    ]),
  ...DISPLAY_NAMES,
]);

/** The zone of a city in the list, if its clock in winter or summer is the one in the name. */
function zoneOfPlaces(places: string, offset: number): string | null {
  for (const place of places.toLowerCase().split(/[,:/&()]/)) {
    const zone = zonesOfCities.get(place.trim()) ?? null;
    if (zone !== null && standardOffsets(zone).includes(offset)) {
      return zone;
    }
  }
  return null;
}

/** A January and a July, one of which is standard time. */
const MONTHS_APART = [Date.UTC(2025, 0, 15), Date.UTC(2025, 6, 15)];

function standardOffsets(timeZone: string): readonly (number | null)[] {
  return MONTHS_APART.map((instant) => ianaClock(timeZone).offsetAt(instant));
}

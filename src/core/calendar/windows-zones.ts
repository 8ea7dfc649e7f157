import { WINDOWS_TO_IANA_MAP } from "windows-iana";

/** Names that CLDR keeps for stability where IANA has since moved on (tzdata, file "backward"). */
const RENAMED: Readonly<Record<string, string>> = {
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Europe/Kiev": "Europe/Kyiv",
};

/** Windows names that Microsoft has withdrawn and that old calendars still carry. */
const WITHDRAWN: readonly (readonly [string, string])[] = [
  ["armenian standard time", "Asia/Yerevan"],
  ["greenwich mean time", "Europe/London"],
  ["kamchatka standard time", "Asia/Kamchatka"],
  ["malay peninsula standard time", "Asia/Singapore"],
  ["mexico standard time", "America/Mexico_City"],
  ["mexico standard time 2", "America/Chihuahua"],
  ["mid-atlantic standard time", "Etc/GMT+2"],
  ["us central standard time", "America/Chicago"],
  ["us pacific standard time", "America/Los_Angeles"],
  ["coordinated universal time", "Etc/UTC"],
];

const windowsNames: ReadonlyMap<string, string> = new Map([
  ...WITHDRAWN,
  ...WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === "001").map(
    ({ windowsName, iana: [name = ""] }): readonly [string, string] => [
      windowsName.toLowerCase(),
      RENAMED[name] ?? name,
    ],
  ),
]);

/** "W. Europe Standard Time" is Europe/Berlin (CLDR, windowsZones.xml, territory 001). */
export function ianaOfWindows(name: string): string | null {
  return windowsNames.get(name.toLowerCase()) ?? null;
}

/** X-MICROSOFT-CDO-TZID (MS-OXCICAL §2.1.3.1.1.19.3; numbers of the CDO time zone list). */
const CDO_ZONES: readonly (string | null)[] = [
  "Etc/UTC",
  "Europe/London",
  "Europe/Belgrade",
  "Europe/Paris",
  "Europe/Berlin",
  "Europe/Bucharest",
  "Europe/Prague",
  "Europe/Athens",
  "America/Sao_Paulo",
  "America/Halifax",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "Pacific/Pago_Pago",
  "Pacific/Auckland",
  "Australia/Brisbane",
  "Australia/Adelaide",
  "Asia/Tokyo",
  "Asia/Singapore",
  "Asia/Bangkok",
  "Asia/Kolkata",
  "Asia/Dubai",
  "Asia/Tehran",
  "Asia/Baghdad",
  "Asia/Jerusalem",
  "America/St_Johns",
  "Atlantic/Azores",
  "Atlantic/South_Georgia",
  "Africa/Monrovia",
  "America/Argentina/Buenos_Aires",
  "America/Caracas",
  "America/Indiana/Indianapolis",
  "America/Bogota",
  "America/Regina",
  "America/Mexico_City",
  "America/Phoenix",
  "Pacific/Kwajalein",
  "Pacific/Fiji",
  "Asia/Magadan",
  "Australia/Hobart",
  "Pacific/Guam",
  "Australia/Darwin",
  "Asia/Shanghai",
  "Asia/Almaty",
  "Asia/Karachi",
  "Asia/Kabul",
  "Africa/Cairo",
  "Africa/Harare",
  "Europe/Moscow",
  null,
  "Atlantic/Cape_Verde",
  "Asia/Baku",
  "America/Guatemala",
  "Africa/Nairobi",
  "Australia/Melbourne",
  "Asia/Yekaterinburg",
  "Europe/Helsinki",
  "America/Nuuk",
  "Asia/Yangon",
  "Asia/Kathmandu",
  "Asia/Irkutsk",
  "Asia/Krasnoyarsk",
  "America/Santiago",
  "Asia/Colombo",
  "Pacific/Tongatapu",
  "Asia/Vladivostok",
  "Africa/Lagos",
  "Asia/Yakutsk",
  "Asia/Dhaka",
  "Asia/Seoul",
  "Australia/Perth",
  "Asia/Kuwait",
  "Asia/Taipei",
  "Australia/Sydney",
];

export function ianaOfCdoNumber(value: string): string | null {
  return /^\d{1,2}$/.test(value.trim()) ? (CDO_ZONES[Number(value)] ?? null) : null;
}

/** VTIMEZONEs with rules of their own, lines joined as they travel. */
export const VTIMEZONES = { own: vtimezone("Own", "+0100"), other: vtimezone("Other", "-0500") };

function vtimezone(tzid: string, offset: string): string {
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${tzid}`,
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    "END:STANDARD",
    "END:VTIMEZONE",
  ].join("\r\n");
}

import { describe, expect, it } from "vitest";
import { HOUR } from "../../../src/core/calendar/wall-time.ts";
import { zoneOfName } from "../../../src/core/calendar/zone-name.ts";

describe("the name of a zone", () => {
  it.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["europe/BERLIN", "Europe/Berlin"],
    ['"Europe/Berlin"', "Europe/Berlin"],
    ["US/Eastern", "US/Eastern"],
    ["UTC", "UTC"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["America/Coyhaique", "America/Coyhaique"],
    ["CET", "CET"],
    ["EET", "EET"],
    ["MET", "MET"],
    ["WET", "WET"],
  ])("is IANA's: %s", (tzid, timeZone) => {
    expect(zoneOfName(tzid)).toEqual({ timeZone, offset: null, isStandard: true });
  });

  it.each([
    ["W. Europe Standard Time", "Europe/Berlin"],
    ["w. europe standard time", "Europe/Berlin"],
    ["W. Europe Standard Time 1", "Europe/Berlin"],
    ["Europe/Berlin 2", "Europe/Berlin"],
    ["FLE Standard Time", "Europe/Kyiv"],
    ["India Standard Time", "Asia/Kolkata"],
    ["Mexico Standard Time", "America/Mexico_City"],
    ["Central Standard Time (Mexico)", "America/Mexico_City"],
    ["tzone://Microsoft/Utc", "Etc/UTC"],
    ["tzone://Microsoft/W. Europe Standard Time", "Europe/Berlin"],
    ["/mozilla.org/20070129_1/Europe/Berlin", "Europe/Berlin"],
    ["/mozilla.org/20070129_1/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"],
    ["/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin"],
    ["/freeassociation.sourceforge.net/America/New_York", "America/New_York"],
    ["/citadel.org/20190914_1/Asia/Tokyo", "Asia/Tokyo"],
    ["/example.org/GMT", "GMT"],
    ["US-Eastern", "US/Eastern"],
    ["(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"],
    ["(UTC+02:00) Amsterdam", "Europe/Amsterdam"],
    ["(GMT+05.30) Kolkata", "Asia/Kolkata"],
    ["(GMT+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"],
    ["(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"],
    ["(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"],
    ["(UTC) Coordinated Universal Time", "Etc/UTC"],
  ])("leads to IANA's: %s", (tzid, timeZone) => {
    expect(zoneOfName(tzid)).toEqual({ timeZone, offset: null, isStandard: false });
  });

  it.each([
    ["GMT+0100", "Etc/GMT-1", 1],
    ["UTC-3", "Etc/GMT+3", -3],
    ["(UTC-03:00)", "Etc/GMT+3", -3],
    ["GMT+05:30", null, 5.5],
    ["-0330", null, -3.5],
    ["(UTC) somewhere", "Etc/UTC", 0],
    ["(GMT+01:00) Kolkata", "Etc/GMT-1", 1],
  ])("tells an offset: %s", (tzid, timeZone, hours) => {
    expect(zoneOfName(tzid)).toEqual({ timeZone, offset: hours * HOUR, isStandard: false });
  });

  it.each([
    "",
    " ",
    "Customized Time Zone",
    "tzone://Microsoft/Custom",
    "IST",
    "PST",
    "Etc/Unknown",
    "Mars/Olympus_Mons",
    "SystemV/EST5",
    "GMT +0100 (Standard) / GMT +0200 (Daylight)",
    "UTC+15",
    "__proto__",
    "constructor",
    "a/b/c/d/e",
    "x".repeat(10_000),
    "/".repeat(10_000),
  ])("tells nothing: %.60s", (tzid) => {
    expect(zoneOfName(tzid)).toEqual({ timeZone: null, offset: null, isStandard: false });
  });
});

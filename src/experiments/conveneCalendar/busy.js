"use strict";

/* global cal, readEach */
/* exported busy */

var { ExtensionError } = ExtensionUtils;

/** Milliseconds. */
var DAY = 86_400_000;
/** A leap year, so that a year can be drawn. */
var MAX_RANGE = 366 * DAY;
/** More are no picture of anybody's time. */
var MAX_BUSY = 5_000;
var UNDECIDED = ["TENTATIVE", "NEEDS-ACTION"];

async function busy(from, to) {
  if (!(from < to && to - from <= MAX_RANGE)) {
    throw new ExtensionError("This is no range of at most a year.");
  }
  // Local storage misses an all-day event without DTEND where the range begins within its day.
  const [start, end] = [from - DAY, to].map((time) =>
    cal.dtz.jsDateToDateTime(new Date(time), cal.dtz.UTC),
  );
  const filter =
    Ci.calICalendar.ITEM_FILTER_TYPE_EVENT | Ci.calICalendar.ITEM_FILTER_CLASS_OCCURRENCES;
  const times = await readEach(async (calendar) =>
    (await calendar.getItemsAsArray(filter, 0, start, end)).flatMap((item) =>
      busyTime(calendar, item),
    ),
  );
  return times
    .filter((time) => time.start < to && (time.end > from || time.start >= from))
    .sort((a, b) => a.start - b.start)
    .slice(0, MAX_BUSY);
}

/** None for an event that takes no time of the user's (RFC 5545 §3.8.2.7, §3.8.1.11). */
function busyTime(calendar, item) {
  const answer = cal.itip.getInvitedAttendee(item, calendar)?.participationStatus;
  const isFree = item.getProperty("TRANSP") === "TRANSPARENT";
  if (isFree || item.status === "CANCELLED" || answer === "DECLINED") {
    return [];
  }
  const isOpen = item.status === "TENTATIVE" || UNDECIDED.includes(answer);
  return [
    {
      calendarId: calendar.id,
      uid: item.id,
      title: item.title ?? "",
      start: cal.dtz.dateTimeToJsDate(item.startDate).getTime(),
      end: cal.dtz.dateTimeToJsDate(item.endDate).getTime(),
      isAllDay: item.startDate.isDate,
      status: isOpen ? "tentative" : "busy",
    },
  ];
}

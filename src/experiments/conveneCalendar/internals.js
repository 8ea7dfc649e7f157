"use strict";

/* exported cal, within, setTimeout, clearTimeout */

var { clearTimeout, setTimeout } = ChromeUtils.importESModule(
  "resource://gre/modules/Timer.sys.mjs",
);

/** What this API is built on; null where a Thunderbird no longer has it. */
var cal = loadCalendarModule();

function loadCalendarModule() {
  try {
    const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
    const needed = [
      cal.manager.getCalendars,
      cal.manager.getCalendarById,
      cal.manager.createCalendar,
      cal.manager.registerCalendar,
      cal.manager.addCalendarObserver,
      cal.manager.removeCalendarObserver,
      cal.acl.isCalendarWritable,
      cal.dtz.dateTimeToJsDate,
      cal.dtz.jsDateToDateTime,
      cal.itip.getInvitedAttendee,
      cal.iterate.items,
      cal.provider.promptOverwrite,
    ];
    const services = ["ics-parser", "ics-serializer"].map(
      (name) => Cc[`@mozilla.org/calendar/${name};1`],
    );
    return needed.every((entry) => typeof entry === "function") && services.every(Boolean)
      ? cal
      : null;
  } catch (error) {
    console.warn("conveneCalendar: Thunderbird's calendars cannot be reached.", error);
    return null;
  }
}

/** Providers are other people's code: none may hold everything up. */
function within(deadline, promise) {
  let timer = null;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("There was no answer in time.")), deadline);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

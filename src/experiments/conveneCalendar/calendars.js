"use strict";

/* global cal */
/* exported describe, createCalendar, isEnabled, hasAutoScheduling, isMailedByThunderbird */

function isEnabled(calendar) {
  return !calendar.getProperty("disabled");
}

/** The address that a calendar organizes and attends as. */
function emailOf(calendar) {
  const [, address = null] = /^mailto:(.+)$/i.exec(calendar.getProperty("organizerId") ?? "") ?? [];
  return address;
}

function hasAutoScheduling(calendar) {
  return calendar.getProperty("capabilities.autoschedule.supported") === true;
}

/** The user may have told Thunderbird to mail by itself nevertheless. */
function isMailedByThunderbird(calendar) {
  return calendar.getProperty("forceEmailScheduling") === true;
}

/** As Thunderbird shows a calendar that was given no colour. */
const UNCOLOURED = "#a8c2e1";

function describe(calendar) {
  return {
    id: calendar.id,
    name: calendar.name,
    color: calendar.getProperty("color") || UNCOLOURED,
    type: calendar.type,
    isReadOnly: calendar.readOnly || !cal.acl.userCanAddItemsToCalendar(calendar),
    isDisabled: !isEnabled(calendar),
    email: emailOf(calendar),
    schedules: hasAutoScheduling(calendar) && !isMailedByThunderbird(calendar),
  };
}

function createCalendar(name) {
  const uri = Services.io.newURI("moz-storage-calendar://");
  const calendar = cal.manager.createCalendar("storage", uri);
  calendar.name = name;
  cal.manager.registerCalendar(calendar);
  return describe(cal.manager.getCalendarById(calendar.id));
}

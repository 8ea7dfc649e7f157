"use strict";

/* global cal, within, isEnabled */
/* exported READ_DEADLINE, parse, readItem, readJournal, readEach, find */

var { ExtensionError } = ExtensionUtils;

/** Milliseconds. */
var READ_DEADLINE = 5_000;

function parse(text) {
  const parser = Cc["@mozilla.org/calendar/ics-parser;1"].createInstance(Ci.calIIcsParser);
  parser.parseString(text);
  const items = parser.getItems();
  if (items.length !== 1 || !items[0].id || parser.getComponents().length > 0) {
    throw new ExtensionError("This is not one event or task with one UID.");
  }
  return items[0];
}

/** Of events that cannot change any more: a calendar hands out the same one again and again. */
var printed = new WeakMap();

function textOf(item) {
  const text = printed.get(item) ?? print(item);
  if (!item.isMutable) {
    printed.set(item, text);
  }
  return text;
}

/** Of an instance whose series nobody sent, Thunderbird makes up a series; it is not handed out. */
function print(item) {
  const instances = [...cal.iterate.items([item])].slice(1);
  const serializer = Cc["@mozilla.org/calendar/ics-serializer;1"].createInstance(
    Ci.calIIcsSerializer,
  );
  serializer.addItems(item.getProperty("X-MOZ-FAKED-MASTER") ? instances : [item]);
  return serializer.serializeToString();
}

/** Of a calendar that keeps a copy of its server's events: what the server has not heard of yet. */
async function readJournal(calendar, item) {
  const copy = calendar.wrappedJSObject?.mCachedCalendar;
  return (await copy?.getItemOfflineFlag(item)) ?? null;
}

/** Null also for one whose removal waits for its server. */
async function readItem(calendar, uid) {
  const item = await calendar.getItem(uid);
  const isRemoved =
    item && (await readJournal(calendar, item)) === Ci.calIChangeLog.OFFLINE_FLAG_DELETED_RECORD;
  return isRemoved ? null : item;
}

/** Of all enabled calendars together; one that cannot be read is left out. */
async function readEach(read) {
  const calendars = cal.manager.getCalendars().filter(isEnabled);
  const results = await Promise.allSettled(
    calendars.map((calendar) => within(READ_DEADLINE, read(calendar))),
  );
  for (const { reason } of results.filter(({ status }) => status === "rejected")) {
    console.warn("conveneCalendar: a calendar cannot be read.", reason);
  }
  return results.flatMap(({ value = [] }) => value);
}

async function find(uid) {
  return readEach(async (calendar) => {
    const item = await readItem(calendar, uid);
    if (!item) {
      return [];
    }
    const isWaiting = (await readJournal(calendar, item)) !== null;
    return [{ calendarId: calendar.id, text: textOf(item), isWaiting }];
  });
}

"use strict";

/* global cal, within, parse, readItem, readJournal, describe, isEnabled */
/* global hasAutoScheduling, isMailedByThunderbird, askAnew */
/* exported put, remove */

/** Milliseconds; as long as Thunderbird waits for a connection. */
var WRITE_DEADLINE = 90_000;

function failed(because, detail = "") {
  return { outcome: "failed", because, detail };
}

/** Why a calendar takes no change at all; null where it does. */
function refusal(calendar) {
  if (!calendar || !isEnabled(calendar)) {
    return failed("missing");
  }
  if (describe(calendar).isReadOnly) {
    return failed("read-only");
  }
  return cal.acl.isCalendarWritable(calendar) ? null : failed("offline");
}

/** Providers reject with an exception, some with a text alone. */
function failureOf(error) {
  const { result = 0, message = String(error) } = Object(error);
  const detail = message.split("\n")[0];
  if (result === Ci.calIErrors.CAL_IS_READONLY) {
    return failed("read-only", detail);
  }
  if (/Server Replied with/i.test(message)) {
    return failed("refused", detail);
  }
  return failed(isOfNetwork(result) ? "offline" : "unknown", detail);
}

/** NS_ERROR_MODULE_NETWORK of nsError.h, or what CalDAV gives where there is no connection. */
function isOfNetwork(result) {
  return result === Cr.NS_ERROR_NOT_AVAILABLE || (((result >> 16) - 0x45) & 0x1fff) === 6;
}

/**
 * Thunderbird asks in a window whether an event that changed on the server meanwhile is to be
 * written over, and announces a failure in another. Neither here: the answer is no, and the
 * failure is told to the caller. Gives what was asked about in between.
 */
async function quietly(calendar, uid, change) {
  const { promptOverwrite } = cal.provider;
  const announcer = cal.manager.wrappedJSObject?.mCalObservers?.[calendar.id];
  let isConflict = false;
  cal.provider.promptOverwrite = (mode, item, ...rest) => {
    if (item?.id !== uid) {
      return promptOverwrite.call(cal.provider, mode, item, ...rest);
    }
    isConflict = true;
    return false;
  };
  if (announcer) {
    announcer.announceError = (_calendar, _code, message) => console.warn(message);
  }
  try {
    await within(WRITE_DEADLINE, change());
    return { isConflict };
  } finally {
    cal.provider.promptOverwrite = promptOverwrite;
    // Its prototype's is there again.
    delete announcer?.announceError;
  }
}

/** The end of the last change: a calendar with a copy mixes up two at the same time. */
var lastChange = Promise.resolve();

function inTurn(change) {
  const result = lastChange.then(change);
  lastChange = result.catch(() => undefined);
  return result;
}

async function put(calendarId, text) {
  const item = parse(text);
  const calendar = cal.manager.getCalendarById(calendarId);
  return refusal(calendar) ?? inTurn(() => write(calendar, item).catch(failureOf));
}

async function write(calendar, item) {
  await quietly(calendar, item.id, () => askAnew(calendar));
  const old = await readItem(calendar, item.id);
  item.calendar = calendar;
  if (hasAutoScheduling(calendar) && isMailedByThunderbird(calendar)) {
    leaveMailToClient(item);
  }
  if (old) {
    item.generation = old.generation;
  }
  const { isConflict } = await quietly(calendar, item.id, () =>
    old ? calendar.modifyItem(item, old) : calendar.addItem(item),
  );
  return isConflict ? changedMeanwhile(calendar) : outcomeOf(calendar, item);
}

/** As Thunderbird's own window for events does for such a calendar (RFC 6638 §7.1). */
function leaveMailToClient(item) {
  for (const { organizer } of cal.iterate.items([item])) {
    organizer?.setProperty("SCHEDULE-AGENT", "CLIENT");
  }
}

async function remove(calendarId, uid) {
  const calendar = cal.manager.getCalendarById(calendarId);
  return refusal(calendar) ?? inTurn(() => erase(calendar, uid).catch(failureOf));
}

async function erase(calendar, uid) {
  await quietly(calendar, uid, () => askAnew(calendar));
  const item = await readItem(calendar, uid);
  if (!item) {
    return failed("missing");
  }
  const { isConflict } = await quietly(calendar, uid, () => calendar.deleteItem(item));
  if (isConflict) {
    return changedMeanwhile(calendar);
  }
  // A calendar with a copy says nothing of a refusal: the event is still there.
  return (await readItem(calendar, uid)) ? failed("refused") : outcomeOf(calendar, item);
}

/** The next try finds what the server has. */
function changedMeanwhile(calendar) {
  calendar.refresh();
  return failed("refused", "It has changed on the server.");
}

async function outcomeOf(calendar, item) {
  const isWaiting = (await readJournal(calendar, item)) !== null;
  return { outcome: isWaiting ? "waiting" : "written", because: "", detail: "" };
}

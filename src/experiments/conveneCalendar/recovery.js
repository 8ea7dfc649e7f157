"use strict";

/* global within, READ_DEADLINE */
/* exported askAnew */

/** What Thunderbird's code for CalDAV knows of a server, below the copy if there is one. */
function remoteOf(calendar) {
  const own = calendar.wrappedJSObject;
  return own?.mUncachedCalendar?.wrappedJSObject ?? own;
}

/**
 * After a failure Thunderbird believes a CalDAV server to be gone until it has asked it anew. A
 * change meanwhile is carried out, but nobody is ever told so (doMultiGet of
 * CalDavRequestHandlers.sys.mjs, 153). So the server is asked first.
 */
async function askAnew(calendar) {
  if (remoteOf(calendar)?.mDisabledByDavError === true) {
    // One that does not answer says so to the change as well.
    await within(READ_DEADLINE, refreshed(calendar)).catch(() => undefined);
  }
}

var OTHER_NEWS = [
  ...["onStartBatch", "onEndBatch", "onAddItem", "onModifyItem", "onDeleteItem"],
  ...["onPropertyChanged", "onPropertyDeleting"],
];

function refreshed(calendar) {
  return new Promise((resolve) => {
    const end = () => {
      calendar.removeObserver(observer);
      resolve();
    };
    const observer = {
      QueryInterface: ChromeUtils.generateQI(["calIObserver"]),
      ...Object.fromEntries(OTHER_NEWS.map((name) => [name, () => undefined])),
      onLoad: end,
      onError: end,
    };
    calendar.addObserver(observer);
    calendar.refresh();
  });
}

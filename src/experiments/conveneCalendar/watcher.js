"use strict";

/* global cal, setTimeout, clearTimeout */
/* exported Watcher */

/** Milliseconds in which changes are collected: a synchronisation makes hundreds. */
var CHANGE_DELAY = 200;
/** UIDs that are told of at once; of more, these are as good as any. */
var MAX_CHANGED = 500;

/** Tells of changed events, several at once. */
var Watcher = class {
  constructor(tell) {
    this.tell = tell;
    this.uids = new Set();
    this.timer = null;
    cal.manager.addCalendarObserver(this);
  }

  stop() {
    cal.manager.removeCalendarObserver(this);
    clearTimeout(this.timer);
  }

  note(item) {
    this.uids.add(item.id);
    this.timer ??= setTimeout(() => {
      const uids = [...this.uids].slice(0, MAX_CHANGED);
      this.uids.clear();
      this.timer = null;
      this.tell(uids);
    }, CHANGE_DELAY);
  }

  onAddItem(item) {
    this.note(item);
  }

  onModifyItem(item) {
    this.note(item);
  }

  onDeleteItem(item) {
    this.note(item);
  }

  onStartBatch() {}
  onEndBatch() {}
  onLoad() {}
  onError() {}
  onPropertyChanged() {}
  onPropertyDeleting() {}
};
Watcher.prototype.QueryInterface = ChromeUtils.generateQI(["calIObserver"]);

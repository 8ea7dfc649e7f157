"use strict";

/**
 * The scripts beside this one, in a scope of their own: what a script declares here is seen by
 * every other Experiment of the add-on.
 */
function loadCalendarScripts(extension) {
  const scope = {};
  for (const name of [
    "internals",
    "calendars",
    "events",
    "recovery",
    "changes",
    "busy",
    "watcher",
  ]) {
    const file = extension.baseURI.resolve(`experiments/conveneCalendar/${name}.js`);
    // As ExtensionCommon.sys.mjs loads this one.
    Services.scriptloader.loadSubScriptWithOptions(file, { target: scope, allowUnsafeURL: true });
  }
  return scope;
}

var IMIP_BAR = "calendar.itip.showImipBar";

/**
 * In the default branch, which no file keeps: after a crash, or when the add-on is gone, the bar is
 * there again. What the user chose himself is left alone.
 */
function hideInvitationBar(isHidden) {
  if (!Services.prefs.prefHasUserValue(IMIP_BAR)) {
    Services.prefs.getDefaultBranch("").setBoolPref(IMIP_BAR, !isHidden);
  }
}

this.conveneCalendar = class extends ExtensionCommon.ExtensionAPIPersistent {
  constructor(extension) {
    super(extension);
    this.scripts = loadCalendarScripts(extension);
  }

  PERSISTENT_EVENTS = {
    onChanged: ({ fire }) => {
      const { cal, Watcher } = this.scripts;
      const watcher = cal && new Watcher((uids) => fire.async(uids));
      return {
        unregister: () => watcher?.stop(),
        convert: (newFire) => {
          fire = newFire;
        },
      };
    },
  };

  onShutdown() {
    hideInvitationBar(false);
  }

  getAPI(context) {
    const { extension, isBackgroundContext } = context;
    const { cal, describe, createCalendar, find, put, remove, busy } = this.scripts;
    /** An event page that ends while a server is slow would never hear what became of a change. */
    const awaited = (changing) => {
      if (isBackgroundContext) {
        const promise = changing.catch(() => undefined);
        extension.emit("background-script-idle-waituntil", { promise, reason: "calendar" });
      }
      return changing;
    };
    const checked =
      (run) =>
      async (...parameters) => {
        if (cal === null) {
          throw new ExtensionUtils.ExtensionError("Thunderbird's calendars cannot be reached.");
        }
        return run(...parameters);
      };
    return {
      conveneCalendar: {
        isAvailable: async () => cal !== null,
        list: checked(() => cal.manager.getCalendars().map(describe)),
        find: checked(find),
        put: checked((calendarId, text) => awaited(put(calendarId, text))),
        remove: checked((calendarId, uid) => awaited(remove(calendarId, uid))),
        busy: checked(busy),
        create: checked(createCalendar),
        hideInvitationBar: async (isHidden) => hideInvitationBar(isHidden),
        onChanged: new ExtensionCommon.EventManager({
          context,
          module: "conveneCalendar",
          event: "onChanged",
          extensionApi: this,
        }).api(),
      },
    };
  }
};

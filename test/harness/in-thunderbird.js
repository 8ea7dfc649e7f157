/* global ChromeUtils, Components, Services, Cc, Ci, Event, WebExtensionPolicy */
/* eslint-disable no-unused-vars -- each function is called by its name, from thunderbird.ts */
/*
 * What the harness does inside Thunderbird, with all rights. This file is not imported: its text
 * is sent to Thunderbird, followed by a call of one of these functions.
 */
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");

function mainWindow() {
  return Services.wm.getMostRecentWindow("mail:3pane");
}

function about3Pane() {
  return mainWindow().document.getElementById("tabmail").currentAbout3Pane;
}

/** Where a message is shown: in a window of its own if there is one, else in the main window's tab. */
function aboutMessage() {
  const messageWindow = Services.wm.getMostRecentWindow("mail:messageWindow");
  if (messageWindow) {
    return messageWindow.messageBrowser?.contentWindow ?? null;
  }
  return mainWindow().document.getElementById("tabmail").currentAboutMessage;
}

function isUsable() {
  const window = mainWindow();
  if (window?.document.readyState !== "complete" || !window.gMailInit?.delayedStartupFinished) {
    return false;
  }
  return Boolean(about3Pane()?.folderTree?.rowCount && about3Pane().threadTree);
}

async function savePassword({ origin, realm, user, password }) {
  const saved = await Services.logins.searchLoginsAsync({ origin, httpRealm: realm });
  if (saved.length > 0) {
    return;
  }
  const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
  login.init(origin, null, realm, user, password, "", "");
  await Services.logins.addLoginAsync(login);
}

/** Folders are named as the user sees them; "Outbox" and others of Local Folders too. */
function findFolder(name) {
  const folders = MailServices.accounts.accounts
    .map((account) => account.incomingServer)
    .sort((a, b) => Number(a.type === "none") - Number(b.type === "none"))
    .flatMap((server) => server.rootFolder.descendants);
  const flags = { Inbox: Ci.nsMsgFolderFlags.Inbox, Outbox: Ci.nsMsgFolderFlags.Queue };
  return (
    folders.find((folder) =>
      name in flags ? folder.isSpecialFolder(flags[name]) : folder.name === name,
    ) ?? null
  );
}

function needFolder(name) {
  const folder = findFolder(name);
  if (folder === null) {
    throw new Error(`There is no folder ${name}.`);
  }
  return folder;
}

/** Asks the server for what is new in the folder; the answer comes later. */
function updateFolder(name) {
  const folder = needFolder(name);
  if (folder.server.type === "imap") {
    folder.updateFolder(mainWindow().msgWindow);
  }
}

/** Opens the connection to the IMAP server; the list of its folders follows. */
function connectAccount() {
  displayFolder("Inbox");
  updateFolder("Inbox");
}

function headersIn(name) {
  return [...needFolder(name).msgDatabase.enumerateMessages()];
}

function listMessages(name) {
  return headersIn(name).map((header) => ({
    messageId: header.messageId,
    subject: header.mime2DecodedSubject,
    isRead: header.isRead,
    isDownloaded: Boolean(header.flags & Ci.nsMsgMessageFlags.Offline),
  }));
}

function displayFolder(name) {
  about3Pane().displayFolder(needFolder(name).URI);
}

/** True once the message is shown; to be called again and again. */
function showMessage(name, messageId) {
  const pane = about3Pane();
  const folder = needFolder(name);
  if (pane.gFolder !== folder || !pane.gDBView) {
    pane.displayFolder(folder.URI);
    return false;
  }
  const header = headersIn(name).find((candidate) => candidate.messageId === messageId);
  if (!header) {
    return false;
  }
  const shown = aboutMessage();
  if (shown?.gMessage?.messageId === messageId && shown.msgLoaded) {
    return true;
  }
  const row = pane.gDBView.findIndexOfMsgHdr(header, true);
  if (row !== 0xffffffff && pane.threadTree.selectedIndex !== row) {
    pane.threadTree.selectedIndex = row;
  }
  return false;
}

const { MailUtils } = ChromeUtils.importESModule("resource:///modules/MailUtils.sys.mjs");

function needHeader(name, messageId) {
  return headersIn(name).find((candidate) => candidate.messageId === messageId);
}

function openMessageTab(name, messageId) {
  const header = needHeader(name, messageId);
  const messageURI = header.folder.getUriForMsg(header);
  mainWindow().document.getElementById("tabmail").openTab("mailMessageTab", { messageURI });
}

function openMessageWindow(name, messageId) {
  MailUtils.openMessageInNewWindow(needHeader(name, messageId));
}

/** As File, Open, Saved Message. */
function openMessageFile(path) {
  const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
  file.initWithPath(path);
  MailUtils.openEMLFile(mainWindow(), file, Services.io.newFileURI(file));
}

/** Closes what openMessageTab, openMessageWindow or openMessageFile opened. */
function closeMessages() {
  for (const window of Services.wm.getEnumerator("mail:messageWindow")) {
    window.close();
  }
  mainWindow().document.getElementById("tabmail").closeOtherTabs(0);
}

/** What is shown, once it is loaded. */
function readShownMessage() {
  const shown = aboutMessage();
  return shown?.msgLoaded ? (shown.gMessage?.messageId ?? null) : null;
}

/** What add-ons ask to read comes when it is let: a slow server, or a busy machine. */
function holdReading() {
  const { MsgHdrProcessor } = ChromeUtils.importESModule(
    "resource:///modules/ExtensionMessages.sys.mjs",
  );
  const { getOriginalMessage } = MsgHdrProcessor.prototype;
  const { promise, resolve } = Promise.withResolvers();
  MsgHdrProcessor.prototype.getOriginalMessage = async function () {
    await promise;
    return getOriginalMessage.call(this);
  };
  mainWindow().letRead = () => {
    MsgHdrProcessor.prototype.getOriginalMessage = getOriginalMessage;
    resolve();
  };
}

function letRead() {
  mainWindow().letRead();
}

function addLocalMessage(name, raw) {
  const root = MailServices.accounts.localFoldersServer.rootFolder.QueryInterface(
    Ci.nsIMsgLocalMailFolder,
  );
  const folder = findFolder(name) ?? root.createLocalSubfolder(name);
  folder.QueryInterface(Ci.nsIMsgLocalMailFolder).addMessage(raw);
}

function countMessages(name) {
  return needFolder(name).getTotalMessages(false);
}

/** Moves a message, or deletes it for good where no folder is named. */
function moveMessage(name, messageId, destination) {
  const header = needHeader(name, messageId);
  const { msgWindow } = mainWindow();
  if (destination === null) {
    header.folder.deleteMessages([header], msgWindow, true, false, null, false);
    return;
  }
  const target = needFolder(destination);
  MailServices.copy.copyMessages(header.folder, [header], target, true, null, msgWindow, true);
}

/** Presses a button of Thunderbird's own invitation bar. */
function pressInvitationBar(id) {
  aboutMessage().document.getElementById(id).click();
}

function widgetId(addonId) {
  return addonId.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
}

function actionButton(addonId) {
  const id = `${widgetId(addonId)}-messageDisplayAction-toolbarbutton`;
  return aboutMessage()?.document.getElementById(id) ?? null;
}

function readAction(addonId) {
  const button = actionButton(addonId);
  if (button === null) {
    return null;
  }
  return {
    badge: button.getAttribute("badge"),
    badgeStyle: button.getAttribute("badgeStyle"),
    title: button.getAttribute("tooltiptext"),
    label: button.getAttribute("label"),
    icon: /url\("([^"]*)"\)/.exec(button.getAttribute("style") ?? "")?.[1] ?? null,
    isEnabled: !button.disabled,
    isVisible: button.getBoundingClientRect().width > 0,
  };
}

/** Presses the add-on's button in the message header. */
function pressAction(addonId) {
  actionButton(addonId).click();
}

/** The first button of the message header; the arrow keys lead to the others. */
function focusHeader() {
  aboutMessage().document.getElementById("hdrReplyButton").focus();
}

function isActionFocused(addonId) {
  return Services.focus.focusedElement === actionButton(addonId);
}

function popupBrowser() {
  return (
    [...Services.wm.getEnumerator(null)]
      .flatMap((window) => [
        ...window.document.querySelectorAll("browser.webextension-popup-browser"),
      ])
      .find((browser) => browser.currentURI?.scheme === "moz-extension") ?? null
  );
}

/**
 * Thunderbird 153 opens the popup of any add-on without giving its frame the keyboard: the first
 * Tab would lead into the page, and every other one there again.
 */
function focusPopup() {
  popupBrowser().focus();
}

function closePopup() {
  popupBrowser()?.closest("panel")?.hidePopup();
}

function messageBrowser() {
  return aboutMessage()?.document.getElementById("messagepane") ?? null;
}

function extensionOf(addonId) {
  return WebExtensionPolicy.getByID(addonId)?.extension ?? null;
}

async function backgroundBrowser(addonId) {
  const extension = extensionOf(addonId);
  await extension.wakeupBackground?.();
  return [...extension.views].find((view) => view.viewType === "background")?.xulBrowser ?? null;
}

/** Whether the event page runs; asking does not wake it. */
function hasBackground(addonId) {
  return [...extensionOf(addonId).views].some((view) => view.viewType === "background");
}

/** As after half a minute without anything to do. */
async function endBackground(addonId) {
  await extensionOf(addonId).terminateBackground();
}

/** The browser of a tab of the add-on that shows a page whose address contains the text. */
function tabBrowser(addonId, page) {
  const tabs = mainWindow().document.getElementById("tabmail").tabInfo;
  const browsers = tabs.map((tab) => tab.browser ?? tab.linkedBrowser);
  const base = extensionOf(addonId).baseURL;
  return browsers.find((browser) => {
    const address = browser?.currentURI?.spec ?? "";
    return address.startsWith(base) && address.includes(page);
  });
}

/** The same in a window of its own. */
function windowBrowser(addonId, page) {
  const base = extensionOf(addonId).baseURL;
  return [...Services.wm.getEnumerator(null)]
    .flatMap((window) => [...window.document.querySelectorAll("browser")])
    .find((browser) => {
      const address = browser.currentURI?.spec ?? "";
      return address.startsWith(base) && address.includes(page);
    });
}

async function openTab(addonId, page) {
  const url = extensionOf(addonId).baseURL + page;
  mainWindow()
    .document.getElementById("tabmail")
    .openTab("contentTab", {
      url,
      linkHandler: "single-page",
      initialBrowsingContextGroupId: extensionOf(addonId).policy.browsingContextGroupId,
      principal: extensionOf(addonId).principal,
    });
}

/** Presses Allow where Thunderbird asks for an add-on's permission. */
function allowPermission() {
  const id = "addon-webext-permissions-notification";
  mainWindow().document.getElementById(id)?.button?.click();
}

/**
 * From now on what the desktop is told to show is kept instead: under Xvfb there is no desktop, and
 * Thunderbird takes each notification for closed at once.
 */
function watchAlerts() {
  const shown = [];
  mainWindow().shownAlerts = shown;
  const service = {
    QueryInterface: ChromeUtils.generateQI(["nsIAlertsService"]),
    showAlert(alert, listener) {
      shown.push({ title: alert.title, message: alert.text, name: alert.name, listener });
    },
    closeAlert() {},
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
    createInstance: (iid) => service.QueryInterface(iid),
  };
  Components.manager
    .QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), "", "@mozilla.org/alerts-service;1", factory);
}

function readAlerts() {
  return mainWindow().shownAlerts.map(({ title, message }) => ({ title, message }));
}

/** As a click on the newest one. */
function pressAlert() {
  const { name, listener } = mainWindow().shownAlerts.at(-1);
  listener.observe(null, "alertclickcallback", name);
}

/** Whether a message is read, and the keys of its tags; null where it is not in the folder. */
function readMarks(name, messageId) {
  const header = needHeader(name, messageId);
  if (!header) {
    return null;
  }
  const known = MailServices.tags.getAllTags().map(({ key }) => key);
  const keywords = header.getStringProperty("keywords").split(" ");
  return { isRead: header.isRead, tags: keywords.filter((key) => known.includes(key)) };
}

const pages = {
  popup: popupBrowser,
  message: messageBrowser,
  background: backgroundBrowser,
  tab: tabBrowser,
  window: windowBrowser,
};

/** Runs an async function's text in a page; what it gives back comes as JSON. */
async function evaluate(place, { script, parameters, privileged }) {
  const browser = await pages[place.kind](place.addonId, place.page);
  if (!browser?.browsingContext?.currentWindowGlobal) {
    throw new Error(`There is no ${place.kind} page.`);
  }
  const actor = browser.browsingContext.currentWindowGlobal.getActor("MarionetteCommands");
  const body = `
    const done = arguments[arguments.length - 1];
    (async () => (${script})(...JSON.parse(arguments[0])))().then(
      (value) => done(JSON.stringify({ value: value ?? null })),
      (error) => done(JSON.stringify({ error: String(error) })),
    );`;
  const options = { async: true, timeout: 60_000, file: "harness", line: 0 };
  if (privileged) {
    Object.assign(options, { sandboxName: "system", newSandbox: true });
  }
  const answer = await actor.executeScript(body, [JSON.stringify(parameters)], options);
  const result = JSON.parse(answer);
  if ("error" in result) {
    throw new Error(result.error);
  }
  return result.value;
}

/** As File, Send Unsent Messages. */
function sendUnsentMessages() {
  mainWindow().SendUnsentMessages();
}

function setOffline(isOffline) {
  Services.io.offline = isOffline;
}

function composeWindows() {
  return [...Services.wm.getEnumerator("msgcompose")];
}

/** The newest compose window, once its editor can be written into. */
function readComposer() {
  const window = composeWindows().at(-1);
  if (!window?.gMsgCompose?.editor || !window.document.getElementById("msgIdentity")?.value) {
    return null;
  }
  const fields = window.gMsgCompose.compFields;
  window.Recipients2CompFields(fields);
  return {
    count: composeWindows().length,
    subject: window.document.getElementById("msgSubject").value,
    to: fields.to,
    identity: window.document.getElementById("msgIdentity").value,
    body: window.GetCurrentEditor().outputToString("text/plain", 0),
    notifications: [...window.gComposeNotification.allNotifications].map(
      (notification) => notification.messageText.textContent,
    ),
  };
}

function writeInComposer(text) {
  const window = composeWindows().at(-1);
  const editor = window.GetCurrentEditor();
  editor.beginningOfDocument();
  editor.insertText(text);
}

function setComposerField(id, value) {
  const element = composeWindows().at(-1).document.getElementById(id);
  element.value = value;
  element.dispatchEvent(new Event("input", { bubbles: true }));
}

function addComposerRecipient(address) {
  const window = composeWindows().at(-1);
  const row = window.document.querySelector('.address-row[data-recipienttype="addr_cc"]');
  window.addressRowAddRecipientsArray(row, [address]);
}

function attachInComposer(name, text) {
  const attachment = Cc["@mozilla.org/messengercompose/attachment;1"].createInstance(
    Ci.nsIMsgAttachment,
  );
  attachment.name = name;
  attachment.url = `data:text/plain,${encodeURIComponent(text)}`;
  composeWindows().at(-1).AddAttachments([attachment]);
}

/** An ordinary message of the user's. */
function composeNew(to, subject, body) {
  const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(
    Ci.nsIMsgCompFields,
  );
  Object.assign(fields, { to, subject, body });
  const parameters = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(
    Ci.nsIMsgComposeParams,
  );
  Object.assign(parameters, {
    composeFields: fields,
    type: Ci.nsIMsgCompType.New,
    format: Ci.nsIMsgCompFormat.PlainText,
  });
  MailServices.compose.OpenComposeWindowWithParams(null, parameters);
}

function pressSend() {
  composeWindows().at(-1).goDoCommand("cmd_sendNow");
}

function closeComposer() {
  const window = composeWindows().at(-1);
  window.gContentChanged = false;
  window.close();
}

/** The text of Thunderbird's own invitation bar; null while it is not shown. */
function readInvitationBar() {
  const document = aboutMessage()?.document;
  const bar = document?.getElementById("imip-bar");
  if (!bar || bar.collapsed || bar.hidden) {
    return null;
  }
  const buttons = [...document.querySelectorAll("#imip-view-toolbar toolbarbutton")];
  return {
    text: bar.querySelector(".msgNotificationBarText").textContent,
    buttons: buttons.filter((button) => !button.hidden).map((button) => button.id),
  };
}

const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");

function calendars() {
  return cal.manager.getCalendars();
}

/** As the window for a new calendar does; gives back its id. */
function addCalDavCalendar({ name, url, user, hasCopy }) {
  const calendar = cal.manager.createCalendar("caldav", Services.io.newURI(url));
  calendar.name = name;
  calendar.setProperty("username", user);
  calendar.setProperty("cache.enabled", hasCopy);
  cal.manager.registerCalendar(calendar);
  return calendar.id;
}

/** Thunderbird's code for a server, below its copy of the calendar. */
function remoteCalendar(id) {
  const calendar = calendarById(id).wrappedJSObject;
  return calendar.mUncachedCalendar?.wrappedJSObject ?? calendar;
}

/** Thunderbird has asked the server who it is, and what it has. */
function isSynchronized(id) {
  const { mCheckedServerInfo, mFirstRefreshDone } = remoteCalendar(id);
  return Boolean(mCheckedServerInfo && mFirstRefreshDone);
}

/** Thunderbird has asked in vain. */
function isThoughtGone(id) {
  return remoteCalendar(id).mDisabledByDavError;
}

const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");

async function disableAddon(id) {
  await (await AddonManager.getAddonByID(id)).disable();
}

async function enableAddon(id) {
  await (await AddonManager.getAddonByID(id)).enable();
}

/** As if this were a later Thunderbird without it: cal.iterate.items, until the next start. */
function loseInternal() {
  cal.iterate.items = undefined;
}

function calendarById(id) {
  return calendars().find((calendar) => calendar.id === id);
}

/** What a user makes of an event of somebody else's: an alarm, a category, a colour, free time. */
async function personalize(calendarId, uid) {
  const calendar = calendarById(calendarId);
  const before = await calendar.getItem(uid);
  const event = before.clone();
  const alarm = Cc["@mozilla.org/calendar/alarm;1"].createInstance(Ci.calIAlarm);
  alarm.icalString =
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:My own\r\nTRIGGER:-PT7M\r\nEND:VALARM\r\n";
  event.addAlarm(alarm);
  event.setCategories(["Family"]);
  event.setProperty("TRANSP", "TRANSPARENT");
  event.setProperty("COLOR", "teal");
  await calendar.modifyItem(event, before);
}

/** Of all open windows: a dialog is one too many. */
function windowTypes() {
  return [...Services.wm.getEnumerator(null)].map(
    ({ document }) => document.documentElement.getAttribute("windowtype") ?? document.URL,
  );
}

/**
 * A fresh profile has one calendar, which is disabled. With it comes the Today Pane, beside which a
 * window of this width has no room for the popup: Thunderbird closes it again.
 */
function enableCalendar() {
  calendars()[0].setProperty("disabled", false);
  const pane = mainWindow().document.getElementById("today-pane-panel");
  if (pane.isVisible()) {
    pane.setVisible(false, true, true);
  }
}

function hasEnabledCalendar() {
  return calendars().some((calendar) => !calendar.getProperty("disabled"));
}

/** Puts the event of an iCalendar text into the first calendar. */
async function addEvent(ics) {
  await addEventTo(calendars()[0].name, ics);
}

async function addEventTo(name, ics) {
  const parser = Cc["@mozilla.org/calendar/ics-parser;1"].createInstance(Ci.calIIcsParser);
  parser.parseString(ics);
  await calendars()
    .find((calendar) => calendar.name === name)
    .addItem(parser.getItems()[0]);
}

/** Many at once, as an import does. */
async function addEvents(calendarId, objects) {
  const calendar = calendarById(calendarId);
  calendar.startBatch();
  await Promise.all(
    objects.map((object) => {
      const parser = Cc["@mozilla.org/calendar/ics-parser;1"].createInstance(Ci.calIIcsParser);
      parser.parseString(object);
      return calendar.adoptItem(parser.getItems()[0]);
    }),
  );
  calendar.endBatch();
}

/** The event of the first calendar and its exceptions as iCalendar text; null where there is none. */
async function readEvent(uid) {
  return readEventIn(calendars()[0].id, uid);
}

async function readEventIn(calendarId, uid) {
  const event = await calendarById(calendarId).getItem(uid);
  if (!event) {
    return null;
  }
  const serializer = Cc["@mozilla.org/calendar/ics-serializer;1"].createInstance(
    Ci.calIIcsSerializer,
  );
  serializer.addItems([event]);
  return serializer.serializeToString();
}

/** What the consoles hold that names the add-on: script errors, and its own console.error and warn. */
function readComplaints(addonId) {
  const { baseURL } = extensionOf(addonId);
  const errors = Services.console
    .getMessageArray()
    .map((message) => message.QueryInterface(Ci.nsIConsoleMessage))
    .map((message) =>
      message instanceof Ci.nsIScriptError ? message.toString() : message.message,
    );
  const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
  const said = storage
    .getEvents()
    .filter(({ level }) => level === "error" || level === "warn")
    .map(({ filename, arguments: words }) => `${filename}: ${words.map(String).join(" ")}`);
  return (
    [...errors, ...said]
      .filter((text) => text.includes(baseURL) || text.includes(addonId))
      // Thunderbird's own remark when a popup is closed before it heard the answer to a request.
      .filter((text) => !text.includes("Promise rejected after context unloaded"))
      .map((text) => text.split("\n")[0])
  );
}

function quit() {
  Services.startup.quit(Ci.nsIAppStartup.eForceQuit);
}

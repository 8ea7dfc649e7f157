"use strict";

var { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
var { MessageSend } = ChromeUtils.importESModule("resource:///modules/MessageSend.sys.mjs");
var { MimeParser } = ChromeUtils.importESModule("resource:///modules/mimeParser.sys.mjs");
var { ExtensionError } = ExtensionUtils;

var CALENDAR_PART = /^content-type:[ \t]*(?:\r\n[ \t]+)?text\/calendar\b/im;

/**
 * Thunderbird's own way of sending a file. It tells the listener of nsIMsgSend that something went
 * wrong, but shows the words of the server in a modal window only; here they are handed on.
 */
class Delivery extends MessageSend {
  constructor(report) {
    super();
    this.report = report;
  }

  notifyListenerOnStopSending(messageId, status, message, file) {
    super.notifyListenerOnStopSending(messageId, status, message, file);
    if (Components.isSuccessCode(status)) {
      this.report({ outcome: "sent", reason: "", status: "" });
    }
  }

  notifyListenerOnStopCopy(status) {
    // Nothing is "sent" while offline: the copy into the Outbox is all that happens.
    if (Components.isSuccessCode(status)) {
      this.report({ outcome: "queued", reason: "", status: "" });
    }
    return super.notifyListenerOnStopCopy(status);
  }

  fail(exitCode, words) {
    const status = Components.Exception("", exitCode).name;
    this.report({ outcome: "failed", reason: words ?? "", status });
    super.fail(Components.results.NS_ERROR_ABORT, words);
  }
}

function findIdentity(identityId) {
  const identity = MailServices.accounts.allIdentities.find(({ key }) => key === identityId);
  if (!identity) {
    throw new ExtensionError(`There is no identity ${identityId}.`);
  }
  return identity;
}

function readHeaders(message) {
  const end = message.indexOf("\r\n\r\n");
  if (end === -1) {
    throw new ExtensionError("The message has no end of its header.");
  }
  return MimeParser.extractHeaders(message.slice(0, end + 4));
}

/** Only what an answer to an invitation looks like can be sent. */
function checkMessage(message, identity) {
  const headers = readHeaders(message);
  const from = headers.has("from") ? headers.get("from") : [];
  const to = headers.has("to") ? headers.get("to") : [];
  if (from.length !== 1 || from[0].email.toLowerCase() !== identity.email.toLowerCase()) {
    throw new ExtensionError("From is not the identity.");
  }
  if (to.length !== 1 || !to[0].email || headers.has("cc") || headers.has("bcc")) {
    throw new ExtensionError("There is not exactly one recipient.");
  }
  if (!headers.has("message-id") || !CALENDAR_PART.test(message)) {
    throw new ExtensionError("This is no message with a calendar part.");
  }
  return { from: from[0].email, to: to[0].email, messageId: headers.get("message-id") };
}

/** What Thunderbird takes for "no copy in Sent", whatever the identity says. */
const NO_COPY = "nocopy://";

function makeFields({ from, to, messageId }, isCopied) {
  const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(
    Ci.nsIMsgCompFields,
  );
  fields.from = from;
  fields.to = to;
  fields.messageId = messageId;
  if (!isCopied) {
    fields.fcc = NO_COPY;
  }
  return fields;
}

async function writeFile(message) {
  const file = Services.dirsvc.get("TmpD", Ci.nsIFile);
  file.append("convene-reply.eml");
  file.createUnique(Ci.nsIFile.NORMAL_FILE_TYPE, 0o600);
  await IOUtils.write(
    file.path,
    Uint8Array.from(message, (byte) => byte.charCodeAt(0)),
  );
  return file;
}

async function send(identityId, message, isCopied) {
  const identity = findIdentity(identityId);
  const fields = makeFields(checkMessage(message, identity), isCopied);
  const file = await writeFile(message);
  const mode = Services.io.offline
    ? Ci.nsIMsgSend.nsMsgQueueForLater
    : Ci.nsIMsgSend.nsMsgDeliverNow;
  return new Promise((resolve) => {
    const delivery = new Delivery(resolve);
    delivery
      .sendMessageFile(identity, "", fields, file, true, false, mode, null, null, "")
      .catch((error) => {
        resolve({ outcome: "failed", reason: error.message, status: error.name });
      });
  });
}

this.conveneTransport = class extends ExtensionCommon.ExtensionAPI {
  getAPI({ extension, isBackgroundContext }) {
    return {
      conveneTransport: {
        send(identityId, message, isCopied) {
          const sending = send(identityId, message, isCopied);
          if (isBackgroundContext) {
            // A slow server outlasts an idle event page, which would never hear what became of it.
            const promise = sending.catch(() => undefined);
            extension.emit("background-script-idle-waituntil", { promise, reason: "send" });
          }
          return sending;
        },
      },
    };
  }
};

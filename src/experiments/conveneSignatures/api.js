"use strict";

var { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
var { ExtensionError } = ExtensionUtils;

/** How long Thunderbird may take to check one signature (milliseconds). */
var DEADLINE = 3_000;

var { SUCCESS, VERIFY_HEADER_MISMATCH } = Ci.nsICMSMessageErrors;

/**
 * Statuses of a signature that holds. Thunderbird speaks of a mismatch where the signer is not
 * From; whom the signer has to be is decided elsewhere.
 */
var HOLDS = [SUCCESS, VERIFY_HEADER_MISMATCH];

var UNSEEN = { outcome: "unseen", addresses: [] };

/** Told by Thunderbird of each signature on the outermost level, while a message is streamed. */
class Signatures {
  QueryInterface = ChromeUtils.generateQI(["nsIMsgSMIMESink"]);
  reports = [];
  started = 0;
  isStreamed = false;

  constructor(done) {
    this.done = done;
  }

  getSelectedMessageURI() {
    return null;
  }

  ignoreStatusFrom() {}

  resetSignedStatus() {}

  encryptionStatus() {}

  signatureProcessingStarted(nestingLevel) {
    if (nestingLevel <= 1) {
      this.started += 1;
    }
  }

  signedStatus(nestingLevel, status, certificate) {
    if (nestingLevel <= 1) {
      this.reports.push({ status, certificate });
      this.finish();
    }
  }

  streamed() {
    this.isStreamed = true;
    this.finish();
  }

  finish() {
    if (this.isStreamed && this.reports.length >= this.started) {
      this.done(this.verdict());
    }
  }

  /** Of two signatures nobody can tell which one covers which part. */
  verdict() {
    const [report, second] = this.reports;
    if (!report || second) {
      return UNSEEN;
    }
    const addresses = report.certificate
      ? [...new Set(report.certificate.getEmailAddresses())]
      : [];
    return HOLDS.includes(report.status) && addresses.length > 0
      ? { outcome: "valid", addresses }
      : { outcome: "invalid", addresses: [] };
  }
}

/** Reads the message as for display, and lets the sink hear of its signatures. */
function stream(uri, signatures) {
  const listener = {
    QueryInterface: ChromeUtils.generateQI(["nsIStreamListener"]),
    onStartRequest(request) {
      request.QueryInterface(Ci.nsIMailChannel).smimeSink = signatures;
    },
    onDataAvailable(request, input, offset, count) {
      const stream = Cc["@mozilla.org/scriptableinputstream;1"].createInstance(
        Ci.nsIScriptableInputStream,
      );
      stream.init(input);
      stream.read(count);
    },
    onStopRequest() {
      signatures.streamed();
    },
  };
  const service = MailServices.messageServiceFromURI(uri);
  service.streamMessage(uri, listener, null, null, true, "");
}

async function verify(header) {
  // An opened file is in no folder; Thunderbird streams it to nobody but its window.
  if (!header.folder) {
    return UNSEEN;
  }
  const uri = header.folder.getUriForMsg(header);
  return new Promise((resolve) => {
    const timer = Cc["@mozilla.org/timer;1"].createInstance(Ci.nsITimer);
    timer.initWithCallback(() => resolve(UNSEEN), DEADLINE, Ci.nsITimer.TYPE_ONE_SHOT);
    const done = (verdict) => {
      timer.cancel();
      resolve(verdict);
    };
    stream(uri, new Signatures(done));
  });
}

this.conveneSignatures = class extends ExtensionCommon.ExtensionAPI {
  getAPI({ extension }) {
    return {
      conveneSignatures: {
        async verify(messageId) {
          const header = extension.messageManager.get(messageId);
          if (!header) {
            throw new ExtensionError(`There is no message ${String(messageId)}.`);
          }
          return verify(header);
        },
      },
    };
  }
};

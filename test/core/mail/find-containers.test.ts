import { describe, expect, it } from "vitest";
import { findCalendarParts } from "../../../src/core/mail/calendar-parts.ts";
import { findContainers } from "../../../src/core/mail/find-containers.ts";
import { readMail } from "../../../src/core/mail/read-mail.ts";
import { readSignedContent } from "../../../src/core/mail/signed-content.ts";
import { latin1, message, text } from "./octets.ts";

const ENTITY = "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\n";
const SIGNED_DATA = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
const DATA = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";
const VERSION = "\x02\x01\x01";

/** X.690 §8.1.3: one element with its length, in the short or the long form. */
function definite(tag: number, content: string): string {
  const { length } = content;
  const octets = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
  return String.fromCharCode(tag, ...octets) + content;
}

/** X.690 §8.1.3.6: the indefinite form. */
function indefinite(tag: number, content: string): string {
  return `${String.fromCharCode(tag, 0x80)}${content}\0\0`;
}

type Form = (tag: number, content: string) => string;

/** ContentInfo of RFC 5652 with the given eContent, [0] and all. */
function signed(form: Form, eContent: string, algorithms = form(0x31, "")): string {
  const encapsulated = form(0x30, DATA + eContent);
  const signedData = form(0x30, VERSION + algorithms + encapsulated + definite(0x31, ""));
  return form(0x30, SIGNED_DATA + form(0xa0, signedData));
}

const SEGMENTS = definite(0x04, ENTITY.slice(0, 20)) + definite(0x04, ENTITY.slice(20));

describe("readSignedContent", () => {
  it.each([
    ["in DER", signed(definite, definite(0xa0, definite(0x04, ENTITY)))],
    ["in BER", signed(indefinite, indefinite(0xa0, indefinite(0x24, SEGMENTS)))],
    ["in segments of known length", signed(definite, definite(0xa0, definite(0x24, SEGMENTS)))],
    [
      "behind algorithms in the indefinite form",
      signed(
        indefinite,
        indefinite(0xa0, definite(0x04, ENTITY)),
        indefinite(0x31, indefinite(0x30, definite(0x06, "\x60"))),
      ),
    ],
  ])("finds the content %s", (_, ber) => {
    expect(text(readSignedContent(latin1(ber)) ?? new Uint8Array())).toBe(ENTITY);
  });

  it.each([
    ["nothing", ""],
    ["one octet", "\x30"],
    ["something else", "BEGIN:VCALENDAR"],
    ["a detached signature", signed(definite, "")],
    ["no octet string", signed(definite, definite(0xa0, definite(0x02, "\x01")))],
    ["an empty one in segments", signed(definite, definite(0xa0, definite(0x24, "")))],
    ["a length beyond the end", "\x30\x7f"],
    ["a length of too many octets", "\x30\x85\0\0\0\0\x01"],
    ["a primitive of indefinite length", signed(definite, "\x04\x80\0\0")],
    [
      "algorithms that never end",
      "\x30\x80" + SIGNED_DATA + "\xa0\x80\x30\x80" + VERSION + "\x31\x80",
    ],
    [
      "algorithms with a broken one",
      "\x30\x80" + SIGNED_DATA + "\xa0\x80\x30\x80" + VERSION + "\x31\x80\x31\x80\x30\x7f",
    ],
    [
      "algorithms nested too deep",
      "\x30\x80" + SIGNED_DATA + "\xa0\x80\x30\x80" + VERSION + "\x31\x80".repeat(40),
    ],
    ["segments nested too deep", signed(definite, indefinite(0xa0, "\x24\x80".repeat(40)))],
  ])("finds none in %s", (_, ber) => {
    expect(readSignedContent(latin1(ber))).toBeNull();
  });

  it("keeps the segments before a broken one", () => {
    const broken = signed(definite, definite(0xa0, `\x24\x80${definite(0x04, "kept")}\x04\x7f`));
    expect(text(readSignedContent(latin1(broken)) ?? new Uint8Array())).toBe("kept");
  });
});

describe("findContainers", () => {
  it.each([
    ["tnef", ["Content-Type: application/ms-tnef; name=winmail.dat"]],
    ["tnef", ["Content-Type: application/vnd.ms-tnef"]],
    ["tnef", ["Content-Type: application/octet-stream; name=WINMAIL.DAT"]],
    ["smime-encrypted", ["Content-Type: application/pkcs7-mime; smime-type=enveloped-data"]],
    ["smime-encrypted", ["Content-Type: application/x-pkcs7-mime"]],
    ["smime-opaque-signed", ["Content-Type: application/pkcs7-mime; smime-type=Signed-Data"]],
    ["openpgp-encrypted", ["Content-Type: multipart/encrypted; boundary=b"]],
    ["openpgp-encrypted", ["Content-Type: application/pgp-encrypted"]],
  ])("finds %s in %j", (kind, fields) => {
    const containers = findContainers(readMail(message(...fields, "", "hidden")));
    expect(containers.map((container) => [container.kind, container.part.number])).toEqual([
      [kind, "1"],
    ]);
  });

  it.each([
    ["text", ["Content-Type: text/plain"]],
    ["certificates", ["Content-Type: application/pkcs7-mime; smime-type=certs-only"]],
    ["a clear signature", ["Content-Type: multipart/signed; boundary=b"]],
  ])("finds none in %s", (_, fields) => {
    expect(findContainers(readMail(message(...fields, "", "--b", "", "x")))).toEqual([]);
  });

  it.each(["smime-type=signed-data; name=smime.p7m", "name=smime.p7m"])(
    "opens an opaque signature with %s, whose calendar is found",
    (parameters) => {
      const ber = signed(indefinite, indefinite(0xa0, indefinite(0x24, SEGMENTS)));
      const mail = readMail(
        message(
          ...["Content-Type: multipart/mixed; boundary=b", "", "--b"],
          ...[
            `Content-Type: application/pkcs7-mime; ${parameters}`,
            "Content-Transfer-Encoding: base64",
          ],
          ...["", btoa(ber), "--b--"],
        ),
      );
      expect(findContainers(mail)).toEqual([]);
      const [found] = findCalendarParts(mail);
      expect(found?.part?.number).toBe("1.1");
      expect(text(found?.octets ?? new Uint8Array())).toBe("BEGIN:VCALENDAR\r\n");
      expect(found?.ancestors.map(({ mediaType }) => mediaType)).toEqual([
        "multipart/mixed",
        "application/pkcs7-mime",
      ]);
    },
  );

  it.each([
    [false, "application/ms-tnef", "\x78\x9f\x3e\x22"],
    [false, "application/ms-tnef", "IPM.Microsoft Schedule.MtgReq"],
    [false, "application/ms-tnef", "ipm.schedule.meeting.request and IPM.Note"],
    [true, "application/ms-tnef", "IPM.Microsoft Mail.Note"],
    [false, "application/pgp-encrypted", "IPM.Note"],
  ])("knows (%j) whether %s with %j is ordinary mail", (isOrdinaryMail, type, body) => {
    const mail = readMail(message(`Content-Type: ${type}`, "", body));
    expect(findContainers(mail)).toMatchObject([{ isOrdinaryMail }]);
  });

  it("finds a container within a forwarded message", () => {
    const mail = readMail(
      message("Content-Type: message/rfc822", "", "Content-Type: application/ms-tnef", "", "x"),
    );
    expect(findContainers(mail).map(({ part }) => part.number)).toEqual(["1.1"]);
  });
});

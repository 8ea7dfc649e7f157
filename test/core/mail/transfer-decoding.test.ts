import { describe, expect, it } from "vitest";
import { decodeTransfer } from "../../../src/core/mail/transfer-decoding.ts";
import { latin1 } from "./octets.ts";

const decode = (encoded: string, encoding: string | null): readonly [string, unknown] => {
  const { octets, problem } = decodeTransfer(latin1(encoded), encoding);
  return [String.fromCharCode(...octets), problem];
};

describe("decodeTransfer", () => {
  it.each([null, "", "7bit", "8bit", "binary"])("leaves octets alone under %j", (encoding) => {
    expect(decode("a=41\r\nQQ==\xe9", encoding)).toEqual(["a=41\r\nQQ==\xe9", null]);
  });

  it("keeps what is encoded in an unknown way, and says so", () => {
    expect(decode("begin 644 a", "x-uuencode")).toEqual([
      "begin 644 a",
      { kind: "unknown-encoding", offset: 0, line: 1 },
    ]);
  });

  describe("quoted-printable", () => {
    it.each([
      ["", ""],
      ["a=3Db=c3=A9", "a=b\xc3\xa9"],
      ["soft =\r\nbreak=\nhere=", "soft breakhere"],
      ["padded soft= \t\r\nbreak", "padded softbreak"],
      ["padding \t \r\nis dropped \nand here\t", "padding\r\nis dropped\nand here"],
      ["kept =20\r\n=09\r\n", "kept  \r\n\t\r\n"],
      ["a\rb\r\nc=0Dd=0A", "a\rb\r\nc\rd\n"],
      ["raw \xe9", "raw \xe9"],
    ])("decodes %j", (encoded, decoded) => {
      expect(decode(encoded, "quoted-printable")).toEqual([decoded, null]);
    });

    it.each([
      ["a=b", "a=b", 1, 1],
      ["ok\r\nCN=Boss\r\n=ZZ", "ok\r\nCN=Boss\r\n=ZZ", 6, 2],
      ["=4", "=4", 0, 1],
      ["= a", "= a", 0, 1],
    ])("keeps the stray equals sign of %j", (encoded, decoded, offset, line) => {
      expect(decode(encoded, "quoted-printable")).toEqual([
        decoded,
        { kind: "invalid-quoted-printable", offset, line },
      ]);
    });
  });

  describe("base64", () => {
    it.each([
      ["", ""],
      ["QkVHSU4=", "BEGIN"],
      ["QkVH\r\n SU4=\r\n", "BEGIN"],
      ["QkVHSU4", "BEGIN"],
      ["QkVHSU46", "BEGIN:"],
    ])("decodes %j", (encoded, decoded) => {
      expect(decode(encoded, "base64")).toEqual([decoded, null]);
    });

    it.each([
      ["QkVH*SU4=", "BEGIN", 4, 1],
      ["QkVH\nSU4=\n--\nA list: https://example.org", "BEGIN", 10, 3],
      ["QkVHSU4=\nUnsubscribe: x", "BEGIN", 9, 2],
      ["QkU=\r\nR0lO", "BEGIN", 6, 2],
      ["QkVHS", "BEG", 5, 1],
      ["\xe9", "", 0, 1],
    ])("says where %j breaks off", (encoded, decoded, offset, line) => {
      expect(decode(encoded, "base64")).toEqual([
        decoded,
        { kind: "invalid-base64", offset, line },
      ]);
    });

    it("decodes a large part", () => {
      const content = "BEGIN:VCALENDAR\r\n".repeat(60_000);
      const encoded = btoa(content).replace(/.{76}/g, "$&\r\n");
      const { octets, problem } = decodeTransfer(latin1(encoded), "base64");
      expect(new TextDecoder().decode(octets)).toBe(content);
      expect(problem).toBeNull();
    });
  });
});

import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeFolder } from "../harness/cleanup.ts";

/** Somebody with a certificate for his address. */
export interface Signer {
  /** Of the authority that vouches for him: base64, as Thunderbird imports it. */
  readonly authority: string;
  /** The message with its MIME entity signed (RFC 8551 §3.5), detached or not. */
  sign(message: Uint8Array, form: "detached" | "opaque"): string;
  /** The message with its MIME entity encrypted to him (RFC 8551 §3.3). */
  encrypt(message: Uint8Array | string): string;
  /** File with his certificate and its key, as Thunderbird imports it (PKCS #12, no password). */
  readonly keys: string;
}

const EXTENSIONS = [
  "basicConstraints=CA:FALSE",
  "keyUsage=digitalSignature,keyEncipherment",
  "extendedKeyUsage=emailProtection",
];

/** Makes an authority and a certificate of its for this address. */
export function makeSigner(address: string): Signer {
  const folder = makeFolder();
  const openssl = (...words: readonly string[]): void => {
    execFileSync("openssl", words, { cwd: folder, stdio: "pipe" });
  };
  const key = (name: string): readonly string[] =>
    `-newkey rsa:2048 -nodes -keyout ${name}.key`.split(" ");
  writeFileSync(
    join(folder, "extensions"),
    [...EXTENSIONS, `subjectAltName=email:${address}`].join("\n"),
  );
  openssl("req", "-x509", ...key("ca"), "-out", "ca.pem", "-subj", authorityName(), "-days", "30");
  openssl("req", ...key("own"), "-out", "own.csr", "-subj", "/CN=Signer");
  openssl(
    ..."x509 -req -in own.csr -CA ca.pem -CAkey ca.key -CAcreateserial".split(" "),
    ..."-out own.pem -days 30 -extfile extensions".split(" "),
  );
  openssl(..."pkcs12 -export -in own.pem -inkey own.key -out own.p12 -passout pass:".split(" "));
  const authority = readFileSync(join(folder, "ca.pem"), "latin1");
  /** What openssl makes of the entity, below the fields that stay outside. */
  const wrap = (message: Uint8Array | string, ...words: readonly string[]): string => {
    const { outer, entity } = split(Buffer.from(message).toString("latin1"));
    writeFileSync(join(folder, "entity"), entity, "latin1");
    openssl("cms", ...words, "-binary", "-in", "entity", "-out", "wrapped");
    const wrapped = readFileSync(join(folder, "wrapped"), "latin1").replace(/\r?\n/g, "\r\n");
    return `${outer}${wrapped}`;
  };
  return {
    authority: authority.replace(/-----[^-]+-----|\s/g, ""),
    keys: join(folder, "own.p12"),
    sign: (message, form) =>
      wrap(
        message,
        ..."-sign -signer own.pem -inkey own.key -md sha256".split(" "),
        ...(form === "opaque" ? ["-nodetach"] : []),
      ),
    encrypt: (message) => wrap(message, "-encrypt", "-aes256", "-recip", "own.pem"),
  };
}

/** Two authorities of one name would be taken for one. */
function authorityName(): string {
  return `/CN=Authority ${randomUUID()}`;
}

/** What is signed is the MIME entity; the other fields of the header stay outside. */
function split(message: string): { readonly outer: string; readonly entity: string } {
  const end = message.indexOf("\r\n\r\n");
  const fields = message.slice(0, end).split(/\r\n(?![ \t])/);
  const isMime = (field: string): boolean => /^content-/i.test(field);
  const outer = fields.filter((field) => !isMime(field) && !/^mime-version:/i.test(field));
  return {
    outer: outer.map((field) => `${field}\r\n`).join(""),
    entity: [...fields.filter(isMime), message.slice(end + 2)].join("\r\n"),
  };
}

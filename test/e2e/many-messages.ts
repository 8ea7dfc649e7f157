import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "../harness/profile.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";

/** One message in so many is an invitation. */
export const INVITATION_EVERY = 20;

/** A mailbox such as people have: ordinary mail of some kilobytes, and invitations among it. */
export function manyMessages(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) =>
    index % INVITATION_EVERY === 7 ? invitationMail(makeInvitation()) : ordinaryMail(index),
  );
}

function ordinaryMail(index: number): Uint8Array {
  const date = new Date(Date.now() - index * 20 * 60_000).toUTCString().replace("GMT", "+0000");
  const lines = Array.from(
    { length: 20 + (index % 150) },
    () => "An ordinary line of ordinary mail.",
  );
  const text = [
    `From: Åsa <asa${index % 40}@example.net>`,
    "To: me@example.org",
    `Subject: News ${index}`,
    `Date: ${date}`,
    `Message-ID: <ordinary-${index}@example.net>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="part"',
    "",
    "--part",
    "Content-Type: text/plain; charset=UTF-8",
    "",
    ...lines,
    "--part",
    "Content-Type: text/html; charset=UTF-8",
    "",
    ...lines.map((line) => `<p>${line}</p>`),
    "--part--",
    "",
  ];
  return Buffer.from(text.join("\r\n"));
}

/** Lays a folder of Local Folders into a profile, before Thunderbird starts. */
export function writeLocalFolder(
  { folder }: Profile,
  name: string,
  messages: readonly Uint8Array[],
): void {
  const place = join(folder, "Mail", "Local Folders");
  mkdirSync(place, { recursive: true });
  const file = openSync(join(place, name), "w");
  for (const message of messages) {
    const lines = Buffer.from(message).toString("latin1").replaceAll("\r\n", "\n");
    const text = `From - Sun Nov 22 10:00:00 2026\nX-Mozilla-Status: 0001\n${lines}\n`;
    writeSync(file, text, null, "latin1");
  }
  closeSync(file);
}

import { messageOf, calendarOf, type Case } from "../core/rules/rule-tester.ts";

/** The user and the organizer of rule-tester's messages. */
export { BOSS, ME } from "../core/rules/rule-tester.ts";

/** Octets of a message; each character of a case is one. */
export function message(changes: Omit<Case, "name"> = {}): Buffer {
  return Buffer.from(messageOf({ name: "", ...changes }), "latin1");
}

export function file(changes: Omit<Case, "name"> = {}): Buffer {
  return Buffer.from(calendarOf({ name: "", ...changes }), "latin1");
}

export const PLAIN = Buffer.from(
  ["From: a@example.com", "To: me@example.org", "Subject: Hello", "", "Nothing to see.", ""].join(
    "\r\n",
  ),
);

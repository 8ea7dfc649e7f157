import type { Outgoing } from "./outgoing.ts";

/** Where a judge refuses what the RFC asks for, or cannot take part: the RFC wins. */
export interface Exception {
  /** Names of the judges. */
  readonly judges: readonly string[];
  readonly applies: (outgoing: Outgoing) => boolean;
  /** For the document: what happens, why it is right all the same, and the clause. */
  readonly because: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    judges: ["libical", "Cyrus IMAP"],
    applies: ({ shape }) => shape.name === "no-title",
    because:
      "An event without a title has an empty SUMMARY: it must be there and “can be null” (RFC 5546 §3.2.2, §3.2.7). libical, which Cyrus asks, takes an empty property for none.",
  },
  {
    judges: ["libical", "Cyrus IMAP"],
    applies: ({ shape }) => shape.name === "to-do-due-day",
    because:
      "A REQUEST for a to-do has a DTSTART (RFC 5546 §3.4.2). One that never had any is passed on as it is: a time that nobody said is not invented.",
  },
  {
    judges: ["KCalendarCore"],
    applies: ({ shape }) => shape.name === "apple-server-principal",
    because:
      "KCalendarCore reads no ATTENDEE whose URI is not mailto. RFC 5545 §3.3.3 allows any URI, and the organizer finds his guest by the very one that he wrote (RFC 5546 §3.2.3).",
  },
  {
    judges: ["Cyrus IMAP"],
    applies: ({ shape, method }) => shape.name === "no-end" && method === "REPLY",
    because:
      "Cyrus takes no event into a calendar that ends when it starts (RFC 5545 §3.6.1 allows it), so there is nothing to answer.",
  },
  {
    judges: ["Cyrus IMAP"],
    applies: ({ shape, kind }) =>
      kind === "occurrence" &&
      ["nextcloud-duration-series", "domino-listed-dates"].includes(shape.name),
    because:
      "Cyrus finds no occurrence of a series that is given by COUNT or listed by RDATE (RFC 5545 §3.8.5); it does of those with UNTIL or without end.",
  },
  {
    judges: ["Cyrus IMAP"],
    applies: ({ shape, method }) => shape.name === "odd-uid" && method === "REQUEST",
    because:
      "Cyrus names the file of an event that arrives by mail after its UID, and refuses one with such characters; RFC 5545 §3.8.4.7 allows any text. It applies the answers to that event.",
  },
  {
    judges: ["Cyrus IMAP"],
    applies: ({ shape, kind }) =>
      kind === "cancel" &&
      ["plus-tag", "google-group", "apple-server-principal", "odd-uid"].includes(shape.name),
    because:
      "Cyrus applies a CANCEL only where an ATTENDEE is the very address of the mailbox: not a plus tag, a list or a URN.",
  },
];

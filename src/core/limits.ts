/*
 * Every byte of a message is written by a stranger, so all reading is bounded. Each limit stands far
 * above what honest mail reaches; docs/limits.md explains them to users.
 */

/** Octets of a message: large providers refuse far less, and all of it is held in memory. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** Octets in the header of one part: mail servers commonly refuse more than 100 kB. */
export const MAX_HEADER_BYTES = 256 * 1024;

/** Octets of one address field: some 2000 recipients; the parser reads nested groups again and again. */
export const MAX_ADDRESS_FIELD_BYTES = 64 * 1024;

/** Parts of a message: honest mail has a dozen, a digest of a mailing list some hundreds. */
export const MAX_PARTS = 2000;

/** Levels of multipart and message/rfc822 around a part: a message forwarded ten times has thirty. */
export const MAX_PART_NESTING = 50;

/** Containers opened inside each other (encoded message/rfc822, opaque signatures). */
export const MAX_CONTAINER_NESTING = 5;

/** Calendar parts that are read: several invitations with their copies fit well. */
export const MAX_CALENDAR_PARTS = 50;

/** Decoded octets of one calendar part: a guest list of thousands, or a few attached pictures. */
export const MAX_CALENDAR_PART_BYTES = 4 * 1024 * 1024;

/** Decoded octets of all calendar parts of a message: two of the largest, and some small ones. */
export const MAX_CALENDAR_BYTES = 9 * 1024 * 1024;

/** Nested ASN.1 values looked into on the way to the content of an opaque signature (RFC 5652). */
export const MAX_ASN1_NESTING = 12;

/** Lines of one calendar object, folds and empty ones among them: 4 MiB in full lines are 54 000. */
export const MAX_LINES = 200_000;

/** Content lines of all calendar parts of a message: hundreds of guests in fifty changed occurrences. */
export const MAX_CONTENT_LINES = 50_000;

/** Octets of one content line, ATTACH excepted: a description of a hundred pages. */
export const MAX_CONTENT_LINE_BYTES = 512 * 1024;

/** Parameters and their values in one property: a guest who is a member of some hundred lists. */
export const MAX_PARAMETER_VALUES = 1000;

/** Components of all calendar parts: a weekly series changed in every week of nine years, twice. */
export const MAX_COMPONENTS = 1000;

/** Components within each other: iCalendar knows three levels (RFC 5545 §3.6, RFC 9073). */
export const MAX_COMPONENT_NESTING = 8;

/** ATTENDEEs of one component: larger audiences are invited through a list. */
export const MAX_ATTENDEES = 5000;

/** ATTENDEEs of all calendar parts of a message: three copies of a hundred guests in sixty components. */
export const MAX_ALL_ATTENDEES = 20_000;

/** Invitations of one message: mailers put each into a message of its own, exports hold hundreds. */
export const MAX_INVITATIONS = 50;

/** Values that RDATE, EXDATE and their like may list in one component: weekly for forty years. */
export const MAX_DATES = 2000;

/** Dates that RDATE and EXDATE list in all calendar parts: three copies of a list as long as allowed. */
export const MAX_ALL_DATES = 10_000;

/** Days and occurrences that are looked at when a rule is expanded: a daily series over 30 years. */
export const MAX_RECURRENCE_STEPS = 25_000;

/** Years of observances expanded for one VTIMEZONE: a zone has some ten rules, a calendar some decades. */
export const MAX_ZONE_YEARS = 5000;

/** Message-IDs in References of what we write: the thread's first and its latest. */
export const MAX_REFERENCES = 50;

/** Octets of a message's own text looked into for links: far more than anybody reads. */
export const MAX_MESSAGE_TEXT_BYTES = 1024 * 1024;

/** Links looked at in one text, and in one invitation: a newsletter has a hundred. */
export const MAX_LINKS = 500;

/** Characters of one link: Exchange's rewritten links reach two thousand. */
export const MAX_LINK_LENGTH = 4096;

/** Findings of one kind about one invitation: more says nothing new. */
export const MAX_REPORTS = 10;

/** Occurrences of a series within ten years: twice a day stays below, every hour does not. */
export const MAX_INSTANCES = 10_000;

/** Characters kept of a description or link to tell later what changed; a fingerprint tells the rest. */
export const MAX_REMEMBERED_TEXT = 2000;

/** RRULEs of one component that are expanded: RFC 5545 §3.8.5.3 wants no second one. */
export const MAX_RULES = 10;

/** Messages kept of one event by how far they are believed: a series of nine years changed every week. */
export const MAX_FACTS = 500;

/** Organizers kept of one UID: an event is handed over once or twice, and a UID is taken over by forgers. */
export const MAX_KNOWN_ORGANIZERS = 5;

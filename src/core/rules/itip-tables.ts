/** How often a property may stand in a component (RFC 5546 §3, "Presence"). */
export type Presence = "1" | "1+" | "0" | "0+" | "0 or 1";

/** In the order of the columns below. */
const METHODS = [
  "PUBLISH",
  "REQUEST",
  "REPLY",
  "ADD",
  "CANCEL",
  "REFRESH",
  "COUNTER",
  "DECLINECOUNTER",
] as const;

/** RFC 5546 §3.2.1 to §3.2.8. */
const VEVENT: Readonly<Record<string, string>> = {
  // "*" is 0+, "+" is 1+, "?" is 0 or 1; the columns are METHODS.
  ATTACH: "* * * * * 0 * *",
  ATTENDEE: "0 + 1 * * 1 * +",
  CATEGORIES: "* * * * * 0 * *",
  CLASS: "? ? ? ? ? 0 ? ?",
  COMMENT: "* * * * * * * *",
  CONTACT: "? * * * * 0 * *",
  CREATED: "? ? ? ? ? 0 ? ?",
  DESCRIPTION: "? ? ? ? ? 0 ? ?",
  DTEND: "? ? ? ? ? 0 ? ?",
  DTSTAMP: "1 1 1 1 1 1 1 1",
  DTSTART: "1 1 ? 1 ? 0 1 ?",
  DURATION: "? ? ? ? ? 0 ? ?",
  EXDATE: "* * * 0 * 0 * *",
  GEO: "? ? ? ? ? 0 ? ?",
  "LAST-MODIFIED": "? ? ? ? ? 0 ? ?",
  LOCATION: "? ? ? ? ? 0 ? ?",
  ORGANIZER: "1 1 1 1 1 1 1 1",
  PRIORITY: "? ? ? ? ? 0 ? ?",
  RDATE: "* * * 0 * 0 * *",
  "RECURRENCE-ID": "? ? ? 0 ? ? ? ?",
  "RELATED-TO": "* * * * * 0 * *",
  "REQUEST-STATUS": "0 0 * 0 0 0 * *",
  RESOURCES: "* * * * * 0 * *",
  RRULE: "? ? ? 0 ? 0 ? ?",
  SEQUENCE: "? ? ? 1 1 0 1 1",
  STATUS: "? ? ? ? ? 0 ? ?",
  SUMMARY: "1 1 ? 1 ? 0 1 ?",
  TRANSP: "? ? ? ? ? 0 ? ?",
  UID: "1 1 1 1 1 1 1 1",
  URL: "? ? ? ? ? 0 ? ?",
  VALARM: "* * 0 * 0 0 * 0",
};

/** RFC 5546 §3.4.1 to §3.4.8; a row that a table lacks is read as VEVENT's. */
const VTODO: Readonly<Record<string, string>> = {
  // "*" is 0+, "+" is 1+, "?" is 0 or 1; the columns are METHODS.
  ATTACH: "* * * * * 0 * *",
  ATTENDEE: "0 + 1 * * 1 + +",
  CATEGORIES: "* * * * * 0 * *",
  CLASS: "? ? ? ? ? 0 ? ?",
  COMMENT: "* * * * * 0 * *",
  COMPLETED: "? ? ? ? ? 0 ? ?",
  CONTACT: "* * * * * 0 * *",
  CREATED: "? ? ? ? ? 0 ? ?",
  DESCRIPTION: "? ? ? ? ? 0 ? ?",
  DTSTAMP: "1 1 1 1 1 1 1 1",
  DTSTART: "1 1 ? ? ? 0 ? ?",
  DUE: "? ? ? ? ? 0 ? ?",
  DURATION: "? ? ? ? ? 0 ? ?",
  EXDATE: "* * * 0 * 0 * *",
  GEO: "? ? ? ? ? 0 ? ?",
  "LAST-MODIFIED": "? ? ? ? ? 0 ? ?",
  LOCATION: "? ? ? ? ? 0 ? ?",
  ORGANIZER: "1 1 1 1 1 0 1 1",
  "PERCENT-COMPLETE": "? ? ? ? ? 0 ? ?",
  PRIORITY: "1 1 ? 1 ? 0 1 ?",
  RDATE: "* * * 0 * 0 * *",
  "RECURRENCE-ID": "? ? ? 0 ? ? ? ?",
  "RELATED-TO": "* * * * * 0 * *",
  "REQUEST-STATUS": "0 0 * 0 0 0 * *",
  RESOURCES: "* * * * * 0 * *",
  RRULE: "? ? ? 0 ? 0 ? ?",
  SEQUENCE: "? ? ? 1 1 0 ? 1",
  STATUS: "? ? ? ? ? 0 ? ?",
  SUMMARY: "1 1 ? 1 ? 0 1 ?",
  UID: "1 1 1 1 1 1 1 1",
  URL: "? ? ? ? ? 0 ? ?",
  VALARM: "* * 0 * 0 0 * 0",
};

type Table = ReadonlyMap<string, ReadonlyMap<string, Presence>>;

const TABLES: ReadonlyMap<string, Table> = new Map([
  ["VEVENT", tableOf(VEVENT)],
  ["VTODO", tableOf(VTODO)],
]);

function tableOf(rows: Readonly<Record<string, string>>): Table {
  return new Map(
    Object.entries(rows).map(([name, signs]) => [
      name,
      new Map(METHODS.map((method, column) => [method, presenceFor(signs.charAt(2 * column))])),
    ]),
  );
}

function presenceFor(sign: string): Presence {
  switch (sign) {
    case "0":
    case "1":
      return sign;
    case "+":
      return "1+";
    case "?":
      return "0 or 1";
    default:
      return "0+";
  }
}

/** Null for a component, a method or a property that the tables do not have. */
export function presenceOf(component: string, method: string, property: string): Presence | null {
  return TABLES.get(component)?.get(property)?.get(method) ?? null;
}

/** The properties (and VALARM) that the table of a component has. */
export function propertiesInTable(component: string): readonly string[] {
  return [...(TABLES.get(component)?.keys() ?? [])];
}

/** Methods whose object holds one component alone: "1" where others have "1+". */
const OF_ONE_COMPONENT: ReadonlyMap<string, readonly string[]> = new Map([
  ["VEVENT", ["ADD", "REFRESH", "COUNTER"]],
  ["VTODO", ["ADD", "REFRESH", "COUNTER", "DECLINECOUNTER"]],
]);

export function allowsOneComponent(component: string, method: string): boolean {
  return OF_ONE_COMPONENT.get(component)?.includes(method) === true;
}

/** The values of STATUS that the comments of a table name; null where they name none. */
export function statusesFor(component: string, method: string): readonly string[] | null {
  return STATUSES.get(`${component} ${method}`) ?? null;
}

const STATUSES: ReadonlyMap<string, readonly string[]> = new Map([
  ["VEVENT PUBLISH", ["TENTATIVE", "CONFIRMED", "CANCELLED"]],
  ["VEVENT REQUEST", ["TENTATIVE", "CONFIRMED"]],
  ["VEVENT ADD", ["TENTATIVE", "CONFIRMED"]],
  ["VEVENT CANCEL", ["CANCELLED"]],
  ["VEVENT COUNTER", ["CONFIRMED", "TENTATIVE", "CANCELLED"]],
  ["VEVENT DECLINECOUNTER", ["TENTATIVE", "CONFIRMED"]],
  ["VTODO PUBLISH", ["COMPLETED", "NEEDS-ACTION", "IN-PROCESS", "CANCELLED"]],
  ["VTODO REQUEST", ["COMPLETED", "NEEDS-ACTION", "IN-PROCESS"]],
  ["VTODO ADD", ["COMPLETED", "NEEDS-ACTION", "IN-PROCESS"]],
  ["VTODO CANCEL", ["CANCELLED"]],
  ["VTODO COUNTER", ["COMPLETED", "NEEDS-ACTION", "IN-PROCESS", "CANCELLED"]],
  ["VTODO DECLINECOUNTER", ["COMPLETED", "NEEDS-ACTION", "IN-PROCESS"]],
]);

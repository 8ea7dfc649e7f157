/** The methods that RFC 5546 §3 knows for each component. */
const METHODS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ["VEVENT", schedulable()],
  ["VTODO", schedulable()],
  ["VJOURNAL", ["PUBLISH", "ADD", "CANCEL"]],
  ["VFREEBUSY", ["PUBLISH", "REQUEST", "REPLY"]],
]);

function schedulable(): readonly string[] {
  return ["PUBLISH", "REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER"];
}

/** Components that a METHOD may come with; VTIMEZONE and the like only serve them. */
export function isSchedulingComponent(name: string): boolean {
  return METHODS_OF.has(name);
}

export function isKnownMethod(method: string, component: string): boolean {
  return METHODS_OF.get(component)?.includes(method) === true;
}

/** Methods that an organizer sends; the others come from attendees (RFC 5546 §1.4). */
export const ORGANIZER_METHODS: readonly string[] = [
  "PUBLISH",
  "REQUEST",
  "ADD",
  "CANCEL",
  "DECLINECOUNTER",
];

export const ATTENDEE_METHODS: readonly string[] = ["REPLY", "COUNTER", "REFRESH"];

/** Methods that ask for an answer (RFC 5546 §3.2.2, §3.2.4). */
export const ANSWERABLE_METHODS: readonly string[] = ["REQUEST", "ADD"];

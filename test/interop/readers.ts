import { checkAllRestrictions } from "./check-restrictions.ts";
import { complaintsOf, differences, type Complaints, type Judge } from "./judge.ts";
import type { Outgoing } from "./outgoing.ts";
import { readAllWithKde, type KdeReading } from "./read-with-kde.ts";
import { readAllWithPython, type PythonMessage } from "./read-with-python.ts";

const everything = (): boolean => true;

export const libical: Judge = {
  name: "libical",
  hears: everything,
  judge: (outgoing) => {
    const complaints = checkAllRestrictions(outgoing.map(({ object }) => object));
    return complaintsOf(outgoing, complaints, (_, said) => said);
  },
};

export const icalendar: Judge = {
  name: "python3-icalendar",
  hears: everything,
  judge: (outgoing) => python(outgoing, againstIcalendar),
};

export const vobject: Judge = {
  name: "python3-vobject",
  hears: everything,
  judge: (outgoing) => python(outgoing, againstVobject),
};

/** Both libraries read in one go. */
let readings: ReturnType<typeof readAllWithPython> = [];
let readBefore: readonly Uint8Array[] = [];

function python(
  outgoing: readonly Outgoing[],
  complain: (outgoing: Outgoing, message: PythonMessage) => readonly string[],
): Complaints {
  const messages = outgoing.map(({ message }) => message);
  if (messages.some((message, index) => message !== readBefore[index])) {
    readings = readAllWithPython(messages);
    readBefore = messages;
  }
  return complaintsOf(outgoing, readings, (sent, reading) =>
    "error" in reading ? [reading.error] : complain(sent, reading),
  );
}

function againstIcalendar(
  sent: Outgoing,
  { defects, structure, calendars }: PythonMessage,
): readonly string[] {
  const [calendar] = calendars;
  const components = calendar?.components.filter(({ name }) => name !== "VTIMEZONE") ?? [];
  const own = components[0]?.attendees.find(({ value }) => isOwn(sent, value));
  return differences({
    defects: [defects, []],
    parts: [structure.children?.map(({ type }) => type), ["text/plain", "text/calendar"]],
    parameter: [structure.children?.at(-1)?.parameters["method"], sent.method],
    method: [calendar?.method, sent.method],
    errors: [components.flatMap(({ errors }) => errors), []],
    uids: [[...new Set(components.map(({ uid }) => uid))], [sent.uid]],
    partstat: [sent.partstat && own?.parameters["PARTSTAT"], sent.partstat],
    comment: [commentIn(sent, components[0]?.comments), sent.comment],
  });
}

function againstVobject(sent: Outgoing, { vobjects }: PythonMessage): readonly string[] {
  const [object] = vobjects;
  const own = object?.attendees.find(({ value }) => isOwn(sent, value));
  return differences({
    method: [object?.method, sent.method],
    partstat: [sent.partstat && own?.partstat, sent.partstat],
  });
}

/** KDE's names of the methods. */
const KDE_METHODS: Readonly<Record<string, string>> = {
  REQUEST: "Request",
  REPLY: "Reply",
  CANCEL: "Cancel",
  REFRESH: "Refresh",
  COUNTER: "Counter",
};

export const kde: Judge = {
  name: "KCalendarCore",
  hears: everything,
  judge: (outgoing) => {
    const readings = readAllWithKde(outgoing.map(({ object }) => object));
    return complaintsOf(outgoing, readings, againstKde);
  },
};

function againstKde(sent: Outgoing, reading: KdeReading): readonly string[] {
  if (reading.method === undefined) {
    return ["read nothing"];
  }
  const own = reading.attendees.find(({ address }) => isOwn(sent, `mailto:${address}`));
  return differences({
    method: [reading.method, KDE_METHODS[sent.method]],
    cancelled: [reading.isCancelled, sent.method === "CANCEL"],
    uid: [reading.uid, sent.uid],
    partstat: [sent.partstat && own?.partstat, sent.partstat],
    comment: [commentIn(sent, reading.comments), sent.comment],
  });
}

function isOwn({ attendee }: Outgoing, address: string): boolean {
  const withoutScheme = (uri: string): string => uri.toLowerCase().replace(/^mailto:/, "");
  return withoutScheme(address) === withoutScheme(attendee);
}

/** An organizer's event may have comments of its own. */
function commentIn({ comment }: Outgoing, comments: readonly string[] = []): string | null {
  return comment === null ? null : (comments[0] ?? null);
}

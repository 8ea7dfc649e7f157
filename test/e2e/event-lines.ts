/** The components of an unfolded calendar object that are events, the series first. */
export function eventsIn(object: string): readonly string[] {
  return object
    .split("BEGIN:VEVENT")
    .slice(1)
    .map((event) => event.slice(0, event.indexOf("END:VEVENT")))
    .sort((a, b) => Number(a.includes("RECURRENCE-ID")) - Number(b.includes("RECURRENCE-ID")));
}

/** What a line of an event says; null where it has none of that name. */
export function valueIn(event: string | undefined, name: string): string | null {
  return new RegExp(`^${name}(?:;[^:]*)?:(.*)`, "m").exec(event ?? "")?.[1]?.trimEnd() ?? null;
}

/** PARTSTAT of the user in an event. */
export function answerIn(event: string | undefined): string | null {
  const attendee = /^ATTENDEE.*mailto:me@example\.org/m.exec(event ?? "")?.[0];
  return /;PARTSTAT=([^;:]+)/.exec(attendee ?? "")?.[1] ?? null;
}

/** What all events say: the order of lines, and of parameters, is the printer's own. */
export function linesIn(object: string): readonly string[] {
  return eventsIn(object)
    .map((event) => event.split("\r\n").filter(Boolean).map(inOrder).sort().join("\n"))
    .sort();
}

function inOrder(line: string): string {
  const [, name = "", parameters = "", value = ""] =
    /^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^;:"]*))*):(.*)$/.exec(line) ?? [];
  return `${name}${parameters.split(";").sort().join(";")}:${value}`;
}

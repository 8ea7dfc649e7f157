import { Cyrus } from "../harness/cyrus.ts";
import { differences, type Complaints, type Judge } from "./judge.ts";
import { DELEGATE, type Outgoing } from "./outgoing.ts";
import { USER } from "./shapes.ts";

/** How many shapes are judged at the same time, each with an organizer of its own. */
const LANES = 4;

/** A server that applies what arrives by mail to the calendar of its receiver. */
export const cyrus: Judge = {
  name: "Cyrus IMAP",
  // COUNTER and REFRESH are nothing that it would apply.
  hears: ({ method }) => method === "REPLY" || method === "REQUEST" || method === "CANCEL",
  judge: judgeWithCyrus,
};

async function judgeWithCyrus(outgoing: readonly Outgoing[]): Promise<Complaints> {
  const complaints = new Map<Outgoing, readonly string[]>();
  const uids = [...new Set(outgoing.map(({ uid }) => uid))];
  const server = await Cyrus.start();
  const users = new Users(server);
  const work = async (lane: number): Promise<void> => {
    const organizer = await users.named(`organizer-${lane}@example.com`);
    for (let next = uids.shift(); next !== undefined; next = uids.shift()) {
      for (const message of outgoing.filter(({ uid }) => uid === next)) {
        complaints.set(message, await receive({ server, users, organizer, message }));
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, (_, lane) => work(lane)));
  } finally {
    await server.stop();
  }
  return complaints;
}

/** Makes each user once. */
class Users {
  readonly #server: Cyrus;
  readonly #made = new Map<string, Promise<void>>();

  constructor(server: Cyrus) {
    this.#server = server;
  }

  async named(user: string): Promise<string> {
    const made = this.#made.get(user) ?? this.#server.addUser(user);
    this.#made.set(user, made);
    await made;
    return user;
  }
}

interface Delivery {
  readonly server: Cyrus;
  readonly users: Users;
  /** In whose calendar the event lies; which address it names matters not. */
  readonly organizer: string;
  readonly message: Outgoing;
}

function receive(delivery: Delivery): Promise<readonly string[]> {
  return delivery.message.method === "REPLY" ? receiveReply(delivery) : receiveRequest(delivery);
}

/** The organizer's event says what the attendee said, of the attendee alone, and there alone. */
async function receiveReply(delivery: Delivery): Promise<readonly string[]> {
  const { server, organizer, message } = delivery;
  const refusal = await server.put(organizer, "event", message.stored);
  if (refusal !== null) {
    return [`the event itself: ${refusal}`];
  }
  const before = componentsIn(await server.read(organizer, "event"));
  await server.deliver(organizer, message.message);
  const after = componentsIn(await server.read(organizer, "event"));
  await server.remove(organizer, "event");
  const isOfOccurrence = /^RECURRENCE-ID/m.test(message.object);
  const answered = (component: string): boolean =>
    partstatsIn(component, message).join() === message.partstat;
  const [meant, others] = [after.filter(isOccurrence), after.filter((one) => !isOccurrence(one))];
  const answeredNow = (isOfOccurrence ? meant : others).filter(answered);
  const untouched = (isOfOccurrence ? others : meant).filter((one) => !answered(one));
  return differences({
    answered: [answeredNow.length, 1],
    untouched: [untouched.length, (isOfOccurrence ? others : meant).length],
    masters: [others.length, before.filter((one) => !isOccurrence(one)).length],
  });
}

/** The event stands in the calendar of whoever is invited, as it was sent; or it is cancelled. */
async function receiveRequest({ server, users, message }: Delivery): Promise<readonly string[]> {
  const { kind, uid } = message;
  const receiver = await users.named(kind === "delegate-request" ? DELEGATE : guestOf(message));
  await server.deliver(receiver, message.message);
  const sent = componentsIn(message.object);
  const found = componentsIn(await server.export(receiver)).filter((component) =>
    sent.some((one) => identityOf(one) === identityOf(component)),
  );
  const isCancelled = /^STATUS:CANCELLED\r?$/m;
  return differences({
    uid: [uid !== "", true],
    components: [found.length, sent.length],
    // Cyrus counts a cancelled event up by itself.
    sequences: kind === "cancel" ? [0, 0] : [sequencesIn(found), sequencesIn(sent)],
    cancelled: [
      found.filter((one) => isCancelled.test(one)).length,
      kind === "cancel" ? found.length : 0,
    ],
    delegate: [
      found.filter((one) => one.toLowerCase().includes(`:mailto:${DELEGATE}`)).length,
      kind === "delegate-request" ? found.length : 0,
    ],
  });
}

/** Cyrus applies a CANCEL to nobody but the ATTENDEE himself. */
function guestOf({ attendee }: Outgoing): string {
  const address = attendee.toLowerCase().replace(/^mailto:/, "");
  return address.includes("@") ? address.replace(/\+[^@]*/, "") : USER.address;
}

/** The text of each VEVENT and VTODO, unfolded. */
function componentsIn(calendar: string): readonly string[] {
  const unfolded = calendar.replace(/\r?\n[ \t]/g, "");
  return unfolded.match(/^BEGIN:V(?:EVENT|TODO)\r?$.*?^END:V(?:EVENT|TODO)\r?$/gimsu) ?? [];
}

function isOccurrence(component: string): boolean {
  return /^RECURRENCE-ID/m.test(component);
}

/** PARTSTAT of every ATTENDEE line that names the one who answered. */
function partstatsIn(component: string, { attendee }: Outgoing): readonly (string | undefined)[] {
  const address = `:${attendee.toLowerCase()}`;
  return component
    .split(/\r?\n/)
    .filter((line) => line.startsWith("ATTENDEE") && line.toLowerCase().endsWith(address))
    .map((line) => /;PARTSTAT=([^;:]+)/.exec(line)?.[1]);
}

/** UID and RECURRENCE-ID. */
function identityOf(component: string): string {
  const [, uid = ""] = /^UID:(.*)$/im.exec(component) ?? [];
  const [, recurrenceId = ""] = /^RECURRENCE-ID[^:]*:(.*)$/im.exec(component) ?? [];
  return `${uid.trim()} ${recurrenceId.trim()}`;
}

function sequencesIn(components: readonly string[]): readonly string[] {
  return components.map((one) => /^SEQUENCE:(\d+)/m.exec(one)?.[1] ?? "0").sort();
}

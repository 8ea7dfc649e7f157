import type { MessageView } from "./card.ts";
import type { StoredMessage, World } from "./ports.ts";
import { showMessage } from "./show-message.ts";

/**
 * A made-up invitation to try the card with. It is in no folder, nothing of it is remembered, and
 * nothing can be answered: the page that shows it has no road to the transport.
 */
export async function showSample(world: World): Promise<MessageView> {
  const [identity] = await world.identities.list();
  const { translate } = world.reader();
  const bytes = sampleMail({
    to: identity?.email ?? "you@example.org",
    title: translate("welcome_sample_event"),
    now: world.clock.now(),
  });
  return showMessage(SAMPLE, sampleWorld(bytes, world));
}

const SAMPLE: StoredMessage = {
  messageId: 0,
  headerMessageId: "",
  isJunk: false,
  folder: { id: "", accountId: "", specialUse: ["inbox"] },
};

/** Reads what it is given, knows nothing and remembers nothing. */
function sampleWorld(bytes: Uint8Array, world: World): World {
  return {
    ...world,
    mailbox: { ...world.mailbox, readRaw: () => Promise.resolve(bytes) },
    memories: {
      ...world.memories,
      recall: () => Promise.resolve({ facts: [], decisions: [] }),
      remember: () => Promise.resolve(),
    },
    index: { ...world.index, put: () => Promise.resolve() },
  };
}

const DAY = 24 * 60 * 60 * 1000;

interface Sample {
  readonly to: string;
  readonly title: string;
  readonly now: number;
}

/** Three days ahead, at noon UTC, from a name that belongs to nobody (RFC 2606). */
function sampleMail({ to, title, now }: Sample): Uint8Array {
  const stamp = utc(now);
  const day = utc(now + 3 * DAY).slice(0, 8);
  const lines = [
    "From: Ada Example <ada@example.org>",
    `To: ${to}`,
    "Subject: Invitation",
    `Message-ID: <sample-${stamp}@example.org>`,
    "MIME-Version: 1.0",
    "Content-Type: multipart/alternative; boundary=sample",
    "",
    "--sample",
    "Content-Type: text/plain; charset=UTF-8",
    "",
    title,
    "--sample",
    "Content-Type: text/calendar; method=REQUEST; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Convene//Sample//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:sample-${stamp}@example.org`,
    `DTSTAMP:${stamp}`,
    "SEQUENCE:0",
    `DTSTART:${day}T120000Z`,
    `DTEND:${day}T130000Z`,
    `SUMMARY:${title}`,
    "ORGANIZER;CN=Ada Example:mailto:ada@example.org",
    "ATTENDEE;CN=Ada Example;PARTSTAT=ACCEPTED:mailto:ada@example.org",
    `ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${to}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "--sample--",
    "",
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
}

/** "20261201T120000Z". */
function utc(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}

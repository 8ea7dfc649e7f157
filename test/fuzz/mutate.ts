/** Numbers in [0, 1) that one seed always gives in the same order (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words that mean something to a reader of mail or calendars. */
const WORDS: readonly Uint8Array[] = [
  "\r\n",
  "\n ",
  "\0",
  ";",
  ":",
  '"',
  "=",
  "=0D=0A",
  "BEGIN:VEVENT\r\n",
  "END:VEVENT\r\n",
  "BEGIN:VCALENDAR\r\n",
  "END:VCALENDAR\r\n",
  "METHOD:CANCEL\r\n",
  "RRULE:FREQ=SECONDLY\r\n",
  "RRULE:FREQ=DAILY;COUNT=999999999\r\n",
  "DTSTART;TZID=Nowhere:20261201T100000\r\n",
  "DURATION:P99999999W\r\n",
  "SEQUENCE:99999999999999999999\r\n",
  "ATTENDEE:mailto:a@b%0D%0ABcc:c@d\r\n",
  "Content-Type: text/calendar; method=REPLY; charset=utf-7\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "Content-Type: multipart/mixed; boundary=x\r\n",
  "--x\r\n",
  "\u202e",
  "\ufeff",
  "=?utf-8?B?////?=",
].map((word) => new TextEncoder().encode(word));

type Mutation = (bytes: Uint8Array, other: Uint8Array, random: () => number) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  (bytes, _, random) => {
    const copy = bytes.slice();
    for (let count = 1 + below(16, random); count > 0; count--) {
      copy[below(copy.length, random)] = below(256, random);
    }
    return copy;
  },
  (bytes, _, random) => {
    const [start, end] = range(bytes, random);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  (bytes, _, random) => {
    const [start, end] = range(bytes, random);
    return join(bytes.subarray(0, end), bytes.subarray(start));
  },
  (bytes, _, random) => {
    const at = below(bytes.length, random);
    const word = WORDS[below(WORDS.length, random)] ?? new Uint8Array();
    const words = Array.from({ length: 1 + below(4, random) ** 4 }, () => word);
    return join(bytes.subarray(0, at), ...words, bytes.subarray(at));
  },
  (bytes, other, random) => {
    const [start, end] = range(other, random);
    const at = below(bytes.length, random);
    return join(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at));
  },
  (bytes, _, random) => bytes.subarray(0, below(bytes.length, random)),
];

/** One to four changes to a message, of the kinds that break readers. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let changed = bytes;
  for (let count = 1 + below(4, random); count > 0; count--) {
    const mutation = MUTATIONS[below(MUTATIONS.length, random)];
    changed = mutation?.(changed, other, random) ?? changed;
  }
  return changed;
}

function range(bytes: Uint8Array, random: () => number): readonly [number, number] {
  const start = below(bytes.length, random);
  return [start, Math.min(bytes.length, start + below(400, random))];
}

function below(limit: number, random: () => number): number {
  return Math.floor(random() * limit);
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

const RING = "M8 1.6a6.4 6.4 0 1 1 0 12.8a6.4 6.4 0 0 1 0-12.8Z";
const TRIANGLE = "M8 1.9 14.8 14H1.2Z";
const OCTAGON = "M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3Z";
const HEAD = "M8 2.4a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 0 1 0-5.6Z";

const OK = `${RING}M5 8.2l2.1 2.2L11 5.8`;
const CAUTION = `${TRIANGLE}M8 6.4v3.4M8 11.8v.1`;
const DANGER = `${OCTAGON}M8 4.6v4M8 11.2v.1`;
const PERSON = `${HEAD}M2.6 14a5.4 5.4 0 0 1 10.8 0`;
const WAITING = `${RING}M8 4.4V8l2.6 1.6`;

/**
 * Lines on a field of 16 by 16, by what they stand for. In the page itself and not in files, so
 * that they are there with the first paint; different in shape, so that colour is not needed.
 */
export const DRAWINGS = {
  when:
    "M3.8 3h8.4A1.8 1.8 0 0 1 14 4.8v7.4a1.8 1.8 0 0 1-1.8 1.8H3.8A1.8 1.8 0 0 1 2 12.2V4.8" +
    "A1.8 1.8 0 0 1 3.8 3ZM2 6.5h12M5.2 1.6v2.8M10.8 1.6v2.8M8 8.6v2.2l1.7 1",
  repeat:
    "M2.5 7.5a4 4 0 0 1 4-3.6h6.2M13.5 8.5a4 4 0 0 1-4 3.6H3.3" +
    "M10.8 1.8 13 3.9l-2.2 2.1M5.2 10 3 12.1l2.2 2.1",
  where:
    "M8 14.4c3-3 4.6-5.6 4.6-7.9a4.6 4.6 0 0 0-9.2 0c0 2.3 1.6 4.9 4.6 7.9Z" +
    "M8 4.7a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4Z",
  join:
    "M3.4 4h5.2a1.8 1.8 0 0 1 1.8 1.8v4.4A1.8 1.8 0 0 1 8.6 12H3.4a1.8 1.8 0 0 1-1.8-1.8V5.8" +
    "A1.8 1.8 0 0 1 3.4 4ZM10.4 7.4l4-2.3v5.8l-4-2.3",
  organizer: PERSON,
  me: PERSON,
  people:
    "M5.8 3.2a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 0 1 0-4.8ZM1.4 13.4a4.4 4.4 0 0 1 8.8 0" +
    "M10.2 3.4a2.4 2.4 0 0 1 0 4.4M12 9.5a4.4 4.4 0 0 1 2.6 3.9",
  encrypted:
    "M4.6 7.2h6.8A1.4 1.4 0 0 1 12.8 8.6v4A1.4 1.4 0 0 1 11.4 14H4.6A1.4 1.4 0 0 1 3.2 12.6v-4" +
    "A1.4 1.4 0 0 1 4.6 7.2ZM5.2 7.2V5a2.8 2.8 0 0 1 5.6 0v2.2M8 9.8v1.6",
  "verdict-ok": OK,
  "verdict-caution": CAUTION,
  "verdict-danger": DANGER,
  "verdict-unusable": DANGER,
  "severity-error": DANGER,
  "severity-warning": CAUTION,
  "severity-notice": `${RING}M8 7.4v4M8 4.8v.1`,
  "outcome-pending": WAITING,
  "outcome-queued": WAITING,
  "outcome-sent": OK,
  "outcome-recorded": OK,
  "outcome-failed": DANGER,
  "outcome-unknown": `${RING}M6.1 6.2a1.9 1.9 0 1 1 2.8 1.7c-.6.3-.9.7-.9 1.3M8 11.4v.1`,
} as const;

export type Drawing = keyof typeof DRAWINGS;

import type { SurroundingsView } from "../../app/card.ts";
import { dayWords } from "../../core/words/agenda-words.ts";
import type { Reader } from "../../core/words/translate.ts";

type Day = NonNullable<SurroundingsView["day"]>;

const SVG = "http://www.w3.org/2000/svg";

/** Drawn in these units; the page stretches it. */
const WIDTH = 240;
const HEIGHT = 16;

/** What is shorter cannot be seen. */
const NARROWEST = 2;

/** The day of an event as a strip from midnight to midnight: what takes time, and the event. */
export function dayStrip(day: Day, reader: Reader): SVGElement {
  const timed = day.busy.filter(({ isAllDay }) => !isAllDay);
  const strip = drawn("svg", {
    class: "day-strip",
    viewBox: `0 0 ${String(WIDTH)} ${String(HEIGHT)}`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": dayWords(day.busy, reader),
  });
  const hours = [6, 12, 18].map((hour) =>
    drawn("rect", { class: "hour", x: String((WIDTH * hour) / 24), width: "0.5", height: "100%" }),
  );
  strip.append(
    ...hours,
    ...timed.map((busy) => block(busy, day, `busy busy-${busy.status}`)),
    block(day.event, day, "event"),
  );
  return strip;
}

function block(
  { start, end }: { readonly start: number; readonly end: number },
  day: Day,
  name: string,
): SVGElement {
  const place = (instant: number): number =>
    (WIDTH * (Math.min(Math.max(instant, day.start), day.end) - day.start)) / (day.end - day.start);
  const width = Math.max(NARROWEST, place(end) - place(start));
  return drawn("rect", {
    class: name,
    x: place(start).toFixed(1),
    y: "1",
    width: width.toFixed(1),
    height: String(HEIGHT - 2),
  });
}

function drawn(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}

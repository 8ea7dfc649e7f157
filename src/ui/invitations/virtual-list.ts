import { element } from "../element.ts";

/** Lines in the page at one time, however tall the window is: more are not read at once. */
const MAX_DRAWN = 60;

/** Lines drawn above and below what is in sight, so that a small step needs no drawing. */
const MARGIN = 8;

export interface VirtualList {
  readonly root: HTMLElement;
  /** Other lines: the old ones are gone. Begins at the top, or stays where it is. */
  fill(count: number, place: "top" | "here"): void;
  /** Draws a line anew where it is drawn. */
  redraw(index: number): void;
  /** Scrolls until the line is in sight, and draws it. */
  reveal(index: number): void;
  /** How many lines are in sight. */
  page(): number;
}

export interface Drawing {
  readonly label: string;
  readonly draw: (index: number) => HTMLElement;
}

interface State {
  readonly root: HTMLElement;
  readonly body: HTMLElement;
  readonly drawing: Drawing;
  readonly drawn: Map<number, HTMLElement>;
  count: number;
  /** Of one line, in pixels. */
  height: number;
  isPlanned: boolean;
}

/**
 * A list of any length, of which only the lines in sight are in the page. All are of one height
 * (`--line` in the style sheet), so that the bar beside it is right from the beginning.
 */
export function virtualList(drawing: Drawing): VirtualList {
  const state = stateOf(drawing);
  const { root } = state;
  root.addEventListener("scroll", () => {
    plan(state);
  });
  new ResizeObserver(() => {
    state.height = 0;
    plan(state);
  }).observe(root);
  return {
    root,
    fill(count, place) {
      state.count = count;
      root.setAttribute("aria-rowcount", String(count));
      clear(state);
      root.scrollTop = place === "top" ? 0 : root.scrollTop;
      draw(state);
    },
    redraw(index) {
      if (state.drawn.has(index)) {
        remove(index, state);
        draw(state);
      }
    },
    reveal(index) {
      scrollTo(index, state);
      draw(state);
    },
    page: () => Math.max(1, Math.floor(root.clientHeight / lineHeight(state)) - 1),
  };
}

function stateOf(drawing: Drawing): State {
  const body = element("div", { class: "lines", attributes: { role: "rowgroup" } });
  const attributes = {
    role: "grid",
    tabindex: "0",
    "aria-label": drawing.label,
    "aria-multiselectable": "true",
  };
  const root = element("div", { class: "list", attributes }, [body]);
  return { root, body, drawing, drawn: new Map(), count: 0, height: 0, isPlanned: false };
}

/** At most once for each picture on the screen. */
function plan(state: State): void {
  if (!state.isPlanned) {
    state.isPlanned = true;
    requestAnimationFrame(() => {
      state.isPlanned = false;
      draw(state);
    });
  }
}

function draw(state: State): void {
  const { root, body, drawn, drawing } = state;
  const known = state.height;
  const height = lineHeight(state);
  if (known !== height) {
    clear(state);
  }
  body.style.blockSize = `${state.count * height}px`;
  const { first, end } = windowOf(state, root);
  for (const index of [...drawn.keys()].filter((one) => one < first || one >= end)) {
    remove(index, state);
  }
  // From below, each before the one that follows: screen readers and Tab go by the document's order.
  let next: HTMLElement | null = null;
  for (let index = end - 1; index >= first; index -= 1) {
    const line: HTMLElement = drawn.get(index) ?? drawing.draw(index);
    if (!drawn.has(index)) {
      line.style.insetBlockStart = `${index * height}px`;
      line.setAttribute("aria-rowindex", String(index + 1));
      drawn.set(index, line);
      body.insertBefore(line, next);
    }
    next = line;
  }
}

/** The lines to draw: from `first` up to, not including, `end`. */
function windowOf(
  state: State,
  { scrollTop, clientHeight }: HTMLElement,
): { readonly first: number; readonly end: number } {
  const height = lineHeight(state);
  const seen = Math.ceil(clientHeight / height) + 1;
  const margin = Math.max(0, Math.min(MARGIN, Math.floor((MAX_DRAWN - seen) / 2)));
  const top = Math.min(Math.floor(scrollTop / height), Math.max(0, state.count - seen));
  const first = Math.max(0, top - margin);
  return { first, end: Math.min(state.count, first + MAX_DRAWN, top + seen + margin) };
}

/** Measured, since the user's font decides. */
function lineHeight(state: State): number {
  if (state.height === 0) {
    const probe = element("div", { class: "line", attributes: { "aria-hidden": "true" } });
    state.body.append(probe);
    state.height = Math.max(1, Math.round(probe.getBoundingClientRect().height));
    probe.remove();
  }
  return state.height;
}

function scrollTo(index: number, state: State): void {
  const { root } = state;
  const top = index * lineHeight(state);
  const bottom = top + lineHeight(state);
  if (top < root.scrollTop) {
    root.scrollTop = top;
  } else if (bottom > root.scrollTop + root.clientHeight) {
    root.scrollTop = bottom - root.clientHeight;
  }
}

function clear(state: State): void {
  for (const index of [...state.drawn.keys()]) {
    remove(index, state);
  }
}

function remove(index: number, { drawn }: State): void {
  drawn.get(index)?.remove();
  drawn.delete(index);
}

import type { ListedInvitation } from "../../app/listed-invitation.ts";
import { element } from "../element.ts";
import {
  arrange,
  countSections,
  prepare,
  sortFor,
  type Line,
  type Prepared,
  type Query,
} from "./arrange.ts";
import { batchView, type Batch } from "./batch-view.ts";
import { detailView, type Detail } from "./detail-view.ts";
import { exportView } from "./export-view.ts";
import type { InvitationsScene } from "./invitations-desk.ts";
import { listenToKeys } from "./list-keys.ts";
import { idOf, indexOf, lineView } from "./line-view.ts";
import type { RowLook } from "./row-view.ts";
import { sectionsView, type Sections } from "./sections-view.ts";
import { toolbarView, type Ask } from "./toolbar-view.ts";
import { virtualList, type VirtualList } from "./virtual-list.ts";

/** The page of all invitations. */
export interface InvitationsPage {
  readonly root: HTMLElement;
  /** Other rows, from a new look at what is known; what is chosen and open stays so. */
  take(rows: readonly ListedInvitation[]): void;
  /** Shows the card of the first row. */
  openFirst(): void;
}

interface Parts {
  readonly scene: InvitationsScene;
  readonly list: VirtualList;
  readonly sections: Sections;
  readonly detail: Detail;
  readonly batch: Batch;
  readonly nothing: HTMLElement;
}

interface State {
  prepared: readonly Prepared[];
  /** The same, sorted for the query; empty when that has to be done anew. */
  sorted: readonly Prepared[];
  query: Query;
  lines: readonly Line[];
  /** The line that the keyboard is at. */
  active: number;
  /** The key of the row whose card is shown. */
  open: string | null;
}

const FIRST_QUERY: Query = { section: "open", text: "", sort: "start", group: "day" };

/** The list, the sections at its side, and the card of the row that is open. */
export function invitationsView(
  scene: InvitationsScene,
  scan: HTMLElement | null = null,
): InvitationsPage {
  const state: State = {
    prepared: [],
    sorted: [],
    query: FIRST_QUERY,
    lines: [],
    active: -1,
    open: null,
  };
  const ask: Ask = (change) => {
    askAnew(change, state, parts);
  };
  const parts: Parts = partsOf(scene, {
    ask,
    draw: (index) => drawLine(index, state, parts),
    close: () => {
      close(state, parts);
    },
    changed(keys) {
      redrawKeys(keys, state, parts);
    },
  });
  const toolbar = toolbarView(state.query, scene.reader, {
    ask,
    buttons: [exportView(scene, () => rowsOf(state.lines))],
  });
  listen(state, parts, toolbar.search);
  return {
    root: rootOf(parts, toolbar.root, scan),
    take(rows) {
      take(rows, state, parts);
    },
    openFirst() {
      openActive(state, parts);
    },
  };
}

interface Answers {
  readonly ask: Ask;
  readonly draw: (index: number) => HTMLElement;
  readonly close: () => void;
  readonly changed: (keys: readonly string[]) => void;
}

function partsOf(scene: InvitationsScene, { ask, draw, close, changed }: Answers): Parts {
  const { reader } = scene;
  return {
    scene,
    list: virtualList({ label: reader.translate("invitations_list"), draw }),
    sections: sectionsView(reader, (section) => {
      ask({ section });
    }),
    detail: detailView(scene, close),
    batch: batchView(scene, changed),
    nothing: element("p", { class: "empty muted" }),
  };
}

function rootOf(
  { scene, sections, nothing, list, batch, detail }: Parts,
  toolbar: HTMLElement,
  scan: HTMLElement | null,
): HTMLElement {
  const label = scene.reader.translate("invitations_list");
  return element("div", { class: "invitations" }, [
    element("div", { class: "side" }, [sections.root, scan]),
    element("section", { class: "middle", attributes: { "aria-label": label } }, [
      toolbar,
      nothing,
      list.root,
      batch.root,
    ]),
    detail.root,
  ]);
}

function askAnew(change: Partial<Query>, state: State, parts: Parts): void {
  state.query = { ...state.query, ...change };
  state.sorted = "sort" in change || "group" in change ? [] : state.sorted;
  arrangeAnew(state, parts, "top");
}

function take(rows: readonly ListedInvitation[], state: State, parts: Parts): void {
  const isFirst = state.prepared.length === 0;
  const at = state.lines[state.active];
  state.prepared = prepare(rows, parts.scene.reader);
  state.sorted = [];
  parts.batch.take(rows);
  if (isFirst && !rows.some(({ section }) => section === state.query.section)) {
    state.query = { ...state.query, section: "all" };
  }
  arrangeAnew(state, parts, isFirst ? "top" : "here");
  if (at?.kind === "row") {
    const again = state.lines.findIndex(
      (line) => line.kind === "row" && line.row.key === at.row.key,
    );
    state.active = again < 0 ? state.active : again;
    parts.list.redraw(state.active);
    point(state, parts.list);
  }
}

function arrangeAnew(state: State, parts: Parts, place: "top" | "here"): void {
  const { scene, list, sections, nothing } = parts;
  const { prepared, query } = state;
  const { translate } = scene.reader;
  state.sorted = state.sorted.length > 0 ? state.sorted : sortFor(prepared, query, scene.reader);
  state.lines = arrange(state.sorted, query);
  state.active = state.lines.findIndex(({ kind }) => kind === "row");
  sections.show(query.section, countSections(prepared.map(({ row }) => row)));
  const isEmpty = state.lines.length === 0;
  nothing.textContent = isEmpty ? translate(emptyKey(state)) : "";
  nothing.hidden = !isEmpty;
  list.root.hidden = isEmpty;
  list.fill(state.lines.length, place);
  point(state, list);
}

function emptyKey({ prepared, query }: State): string {
  if (prepared.length === 0) {
    return "invitations_none";
  }
  return query.text === "" ? "invitations_none_here" : "invitations_none_found";
}

/** Tells a screen reader which line the keyboard is at; the focus itself stays at the list. */
function point({ active }: State, { root }: VirtualList): void {
  if (active < 0) {
    root.removeAttribute("aria-activedescendant");
  } else {
    root.setAttribute("aria-activedescendant", idOf(active));
  }
}

function drawLine(index: number, state: State, { scene, batch }: Parts): HTMLElement {
  const look = (key: string): RowLook => ({
    isSelected: batch.has(key),
    isOpen: key === state.open,
    isActive: index === state.active,
  });
  return lineView(index, state.lines[index], { look, by: state.query.group, reader: scene.reader });
}

function redrawKeys(keys: readonly string[], state: State, { list }: Parts): void {
  const wanted = new Set(keys);
  state.lines.forEach((line, index) => {
    if (line.kind === "row" && wanted.has(line.row.key)) {
      list.redraw(index);
    }
  });
}

function listen(state: State, parts: Parts, search: HTMLInputElement): void {
  const { list, batch } = parts;
  listenToKeys({
    list,
    search,
    lines: () => state.lines,
    active: () => state.active,
    move: (index) => {
      move(index, state, parts);
    },
    open: (row) => {
      open(row, state, parts);
    },
    choose: (row) => {
      batch.toggle(row);
    },
    chooseAll: () => {
      batch.chooseAll(rowsOf(state.lines));
    },
  });
  list.root.addEventListener("click", ({ target }) => {
    const index = indexOf(target);
    const line = state.lines[index];
    if (line?.kind !== "row") {
      return;
    }
    move(index, state, parts);
    if (target instanceof HTMLInputElement) {
      batch.toggle(line.row);
    } else {
      open(line.row, state, parts);
    }
  });
}

function move(index: number, state: State, { list }: Parts): void {
  const before = state.active;
  state.active = index;
  list.redraw(before);
  list.reveal(index);
  list.redraw(index);
  point(state, list);
}

function open(row: ListedInvitation | null, state: State, parts: Parts): void {
  const before = state.open;
  state.open = row?.key ?? null;
  redrawKeys(
    [before, state.open].filter((key) => key !== null),
    state,
    parts,
  );
  void parts.detail.show(row);
}

function close(state: State, parts: Parts): void {
  open(null, state, parts);
  parts.list.root.focus();
}

function openActive(state: State, parts: Parts): void {
  const line = state.lines[state.active];
  open(line?.kind === "row" ? line.row : null, state, parts);
}

function rowsOf(lines: readonly Line[]): readonly ListedInvitation[] {
  return lines.flatMap((line) => (line.kind === "row" ? [line.row] : []));
}

import type { ListedInvitation } from "../../app/listed-invitation.ts";
import type { Line } from "./arrange.ts";
import type { VirtualList } from "./virtual-list.ts";

/** What the keyboard does in the list. */
export interface KeyActions {
  readonly list: VirtualList;
  readonly search: HTMLElement;
  readonly lines: () => readonly Line[];
  readonly active: () => number;
  readonly move: (index: number) => void;
  readonly open: (row: ListedInvitation) => void;
  readonly choose: (row: ListedInvitation) => void;
  readonly chooseAll: () => void;
}

export function listenToKeys(actions: KeyActions): void {
  const { list, search } = actions;
  list.root.addEventListener("keydown", (event) => {
    if (press(event, actions)) {
      event.preventDefault();
    }
  });
  search.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowDown") {
      list.root.focus();
    }
  });
}

/** True where the key did something. */
function press(event: KeyboardEvent, actions: KeyActions): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (altKey) {
    return false;
  }
  if (ctrlKey || metaKey) {
    return key === "a" && done(actions.chooseAll);
  }
  const target = targetOf(key, actions);
  if (target !== null) {
    return done(() => {
      actions.move(target);
    });
  }
  return act(key, actions);
}

function act(key: string, { lines, active, open, choose, search }: KeyActions): boolean {
  const line = lines()[active()];
  if (key === "/") {
    return done(() => {
      search.focus();
    });
  }
  if (line?.kind !== "row") {
    return false;
  }
  const run = new Map([
    ["Enter", open],
    [" ", choose],
  ]).get(key);
  return (
    run !== undefined &&
    done(() => {
      run(line.row);
    })
  );
}

function done(run: () => void): true {
  run();
  return true;
}

/** The row that a key leads to: headings are passed over. */
function targetOf(key: string, { lines, active, list }: KeyActions): number | null {
  const [from, all] = [active(), lines()];
  const last = all.length - 1;
  const steps = new Map<string, () => number | null>([
    ["ArrowDown", () => rowFrom(all, from + 1, 1)],
    ["ArrowUp", () => rowFrom(all, from - 1, -1)],
    ["PageDown", () => rowFrom(all, Math.min(last, from + list.page()), -1)],
    ["PageUp", () => rowFrom(all, Math.max(0, from - list.page()), 1)],
    ["Home", () => rowFrom(all, 0, 1)],
    ["End", () => rowFrom(all, last, -1)],
  ]);
  const step = steps.get(key);
  return step === undefined ? null : (step() ?? from);
}

function rowFrom(lines: readonly Line[], from: number, step: 1 | -1): number | null {
  for (let index = from; index >= 0 && index < lines.length; index += step) {
    if (lines[index]?.kind === "row") {
      return index;
    }
  }
  return null;
}

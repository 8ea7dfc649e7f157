import type { MemoryState } from "../../app/ports.ts";
import type { Reader } from "../../core/words/translate.ts";
import { button, element } from "../element.ts";

/** Whom the notice asks. */
export interface MemoryDesk {
  readonly read: () => Promise<MemoryState>;
  /** Keeps again what is found out; gives what became of that. */
  readonly mend: () => Promise<MemoryState>;
}

export interface MemoryNotice {
  readonly root: HTMLElement;
  /** Asks anew. */
  look(): Promise<void>;
}

/** Says that what is found out is not kept, what that means, and what can be done; else nothing. */
export function memoryNotice(desk: MemoryDesk, reader: Reader): MemoryNotice {
  const root = element("div", { class: "memory", attributes: { role: "status" } });
  let shown: MemoryState = "kept";
  const show = (state: MemoryState): void => {
    if (state !== shown) {
      shown = state;
      root.replaceChildren(...(state === "kept" ? [] : partsOf(state, reader, mend)));
    }
  };
  const mend = (pressed: HTMLButtonElement): void => {
    pressed.disabled = true;
    void desk
      .mend()
      .catch(() => shown)
      .then((state) => {
        const isMended = state === "kept";
        show(state);
        tell(root, reader.translate(isMended ? "memory_mended" : "memory_not_mended"));
        pressed.disabled = false;
      });
  };
  return {
    root,
    async look() {
      // Where nobody answers, the page itself says so.
      show(await desk.read().catch(() => shown));
    },
  };
}

type Off = Exclude<MemoryState, "kept">;

function partsOf(
  state: Off,
  { translate }: Reader,
  mend: (pressed: HTMLButtonElement) => void,
): readonly HTMLElement[] {
  const label = state === "full" ? "popup_try_again" : "memory_rebuild";
  const remedy = button("mend-memory", translate(label), () => {
    mend(remedy);
  });
  return [
    element("p", {
      class: "memory-state",
      text: translate(`memory_${state}`),
      data: { memory: state },
    }),
    element("p", { text: translate(state === "lost" ? "memory_lost_text" : "memory_off_text") }),
    element("p", { text: translate(`memory_${state === "lost" ? "damaged" : state}_help`) }),
    element("div", { class: "buttons" }, [remedy]),
  ];
}

/** What became of the click, in place of the last. */
function tell(root: HTMLElement, sentence: string): void {
  root.querySelector(".memory-told")?.remove();
  root.append(element("p", { class: "memory-told", text: sentence }));
}

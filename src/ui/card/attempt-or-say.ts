import { element } from "../element.ts";
import { reasonOf } from "../reason-of.ts";

export interface Attempt {
  /** What was clicked: it rests meanwhile, and can be clicked again where it failed. */
  readonly pressed: HTMLButtonElement;
  /** Where a failure is said. */
  readonly said: HTMLElement;
  readonly words: (reason: string) => string;
}

/** Does what was clicked, and says why where that fails. */
export async function attemptOrSay(
  { pressed, said, words }: Attempt,
  act: () => Promise<void>,
): Promise<void> {
  pressed.disabled = true;
  said.replaceChildren();
  try {
    await act();
  } catch (error) {
    said.replaceChildren(element("span", { text: words(reasonOf(error)) }));
    pressed.disabled = false;
    pressed.focus();
  }
}

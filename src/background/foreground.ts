/** The longest that work in the background waits: an answer on its way takes many seconds. */
const PATIENCE_MS = 200;

/** What the user waits for, so that work in the background can let it go first. */
export class Foreground {
  #active = 0;
  readonly #waiting = new Set<() => void>();

  /** Does something that somebody waits for. */
  async during<Value>(act: () => Promise<Value>): Promise<Value> {
    this.#active += 1;
    try {
      return await act();
    } finally {
      this.#active -= 1;
      if (this.#active === 0) {
        this.#release();
      }
    }
  }

  /** Resolves when nobody waits, or has waited for long. */
  async over(): Promise<void> {
    if (this.#active > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PATIENCE_MS);
        this.#waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  #release(): void {
    for (const go of this.#waiting) {
      go();
    }
    this.#waiting.clear();
  }
}

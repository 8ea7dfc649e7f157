/** Work that nobody waits for: one piece after the other, and none keeps the next from being done. */
export class WorkQueue {
  #last: Promise<void> = Promise.resolve();

  add(work: () => Promise<unknown>): Promise<void> {
    this.#last = this.#last.then(work).then(
      () => undefined,
      (error: unknown) => {
        console.error(error);
      },
    );
    return this.#last;
  }
}

import { waitUntil } from "./wait-until.ts";

/** Where a page is shown. */
export interface Place {
  readonly kind: "popup" | "message" | "background" | "tab" | "window";
  readonly addonId?: string;
  readonly page?: string;
}

export interface Code {
  readonly script: string;
  readonly parameters: readonly unknown[];
  readonly privileged: boolean;
}

/** A page inside Thunderbird. */
export class Page {
  readonly #run: (code: Code) => Promise<unknown>;
  readonly #name: string;

  constructor(run: (code: Code) => Promise<unknown>, name: string) {
    this.#run = run;
    this.#name = name;
  }

  /** Runs a function in the page. It sees nothing but its parameters; they and its result are JSON. */
  async evaluate<Parameters extends unknown[], Result>(
    script: (...parameters: Parameters) => Result,
    ...parameters: Parameters
  ): Promise<Awaited<Result>> {
    const code = { script: script.toString(), parameters, privileged: false };
    return (await this.#run(code)) as Awaited<Result>;
  }

  /** The same with all rights, which for instance see into closed shadow roots. */
  async evaluatePrivileged<Parameters extends unknown[], Result>(
    script: (...parameters: Parameters) => Result,
    ...parameters: Parameters
  ): Promise<Awaited<Result>> {
    const code = { script: script.toString(), parameters, privileged: true };
    return (await this.#run(code)) as Awaited<Result>;
  }

  async waitFor(selector: string, deadline?: number): Promise<void> {
    const what = `${selector} is in the ${this.#name} page`;
    await waitUntil(
      what,
      () => this.evaluate((s) => document.querySelector(s) !== null, selector),
      deadline,
    );
  }

  /** Clicks an element, `times` in a row without a pause. */
  async click(selector: string, times = 1): Promise<void> {
    await this.waitFor(selector);
    await this.evaluate(
      (s, count) => {
        const element = document.querySelector<HTMLElement>(s);
        for (let index = 0; index < count; index += 1) {
          element?.click();
        }
      },
      selector,
      times,
    );
  }

  /** One click that Thunderbird takes for the user's own: some questions are asked during one only. */
  async pressAsUser(selector: string): Promise<void> {
    await this.waitFor(selector);
    await this.evaluatePrivileged((s) => {
      const { windowUtils } = window as unknown as {
        windowUtils: { setHandlingUserInput(isHandling: boolean): { destruct(): void } };
      };
      const handling = windowUtils.setHandlingUserInput(true);
      document.querySelector<HTMLElement>(s)?.click();
      handling.destruct();
    }, selector);
  }

  /** Writes into a field, as if typed. */
  async fill(selector: string, text: string): Promise<void> {
    await this.waitFor(selector);
    await this.evaluate(
      (s, value) => {
        const field = document.querySelector<HTMLInputElement>(s);
        if (field) {
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }
      },
      selector,
      text,
    );
  }

  async text(selector = "body"): Promise<string> {
    await this.waitFor(selector);
    return this.evaluate((s) => document.querySelector<HTMLElement>(s)?.innerText ?? "", selector);
  }

  async attribute(selector: string, name: string): Promise<string | null> {
    await this.waitFor(selector);
    return this.evaluate(
      (s, attribute) => document.querySelector(s)?.getAttribute(attribute) ?? null,
      selector,
      name,
    );
  }
}

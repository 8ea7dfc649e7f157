import type { ConveneCalendar } from "../../src/types/convene-calendar.ts";
import type { Stage } from "./stage.ts";

type FunctionName = Exclude<keyof ConveneCalendar, "onChanged">;

/** The Experiment conveneCalendar as the add-on's background calls it. */
export class CalendarPort {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async call<Name extends FunctionName>(
    name: Name,
    ...parameters: Parameters<ConveneCalendar[Name]>
  ): Promise<Awaited<ReturnType<ConveneCalendar[Name]>>> {
    const background = this.#stage.thunderbird.background(this.#stage.edition.id);
    const result = await background.evaluate(
      (functionName, args) => {
        const { messenger } = globalThis as unknown as {
          messenger: { conveneCalendar: Record<string, (...args: unknown[]) => unknown> };
        };
        return messenger.conveneCalendar[functionName]?.(...args);
      },
      name,
      parameters,
    );
    return result as Awaited<ReturnType<ConveneCalendar[Name]>>;
  }

  /** The one event with that UID, unfolded; null where no calendar has it. */
  async read(uid: string): Promise<string | null> {
    const [found] = await this.call("find", uid);
    return found?.text.replace(/\r\n[ \t]/g, "") ?? null;
  }
}

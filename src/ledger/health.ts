import type { MemoryState } from "../app/ports.ts";

/** Something is kept that this add-on never wrote. */
export class DamagedRecord extends Error {}

type Trouble = Exclude<MemoryState, "kept" | "lost">;

/** Whether storage works; what fails once is not tried again in this life of the event page. */
export class Health {
  #trouble: Trouble | null = null;

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** False where storage is not to blame. */
  blame(error: unknown): boolean {
    const trouble = troubleOf(error);
    if (trouble === null) {
      return false;
    }
    console.error("Convene: what is found out is not kept.", error);
    this.#trouble ??= trouble;
    return true;
  }

  /** Storage works again. */
  recover(): void {
    this.#trouble = null;
  }
}

function troubleOf(error: unknown): Trouble | null {
  if (error instanceof DamagedRecord) {
    return "damaged";
  }
  if (!(error instanceof DOMException)) {
    return null;
  }
  const troubles: Readonly<Record<string, Trouble>> = {
    QuotaExceededError: "full",
    VersionError: "newer",
  };
  return troubles[error.name] ?? "damaged";
}

type Method = (...args: never[]) => Promise<unknown>;

/** The same port, whose methods are taken over by others once storage has failed. */
export function failingOver<Port extends Readonly<Record<keyof Port, Method>>>(
  kept: Port,
  instead: Partial<Port>,
  health: Health,
): Port {
  const names = Object.keys(kept) as (keyof Port)[];
  return Object.fromEntries(
    names.map((name) => [name, guarded(kept[name], instead[name], health)]),
  ) as unknown as Port;
}

function guarded(method: Method, instead: Method | undefined, health: Health): Method {
  return async (...args) => {
    if (health.trouble !== null && instead !== undefined) {
      return instead(...args);
    }
    try {
      return await method(...args);
    } catch (error) {
      if (!health.blame(error) || instead === undefined) {
        throw error;
      }
      return instead(...args);
    }
  };
}

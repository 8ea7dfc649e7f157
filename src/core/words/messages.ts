import type { Translate } from "./translate.ts";

/** One entry of a messages.json as WebExtensions write it. */
export interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** A text that a language lacks is taken from another one. */
export function withFallback(translate: Translate, fallback: Translate): Translate {
  return (key, substitutions) => translate(key, substitutions) || fallback(key, substitutions);
}

/** Reads texts the way Thunderbird's `i18n.getMessage` does, where there is no Thunderbird. */
export function translateFrom(messages: Readonly<Record<string, Message>>): Translate {
  return (key, substitutions = []) => {
    const entry = Object.hasOwn(messages, key) ? messages[key] : undefined;
    if (entry === undefined) {
      return "";
    }
    const named = new Map(
      Object.entries(entry.placeholders ?? {}).map(([name, { content }]) => [
        name.toLowerCase(),
        content.replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? ""),
      ]),
    );
    return entry.message.replace(/\$(?:(\w+)\$|\$)/g, (whole, name: string | undefined) =>
      name === undefined ? "$" : (named.get(name.toLowerCase()) ?? whole),
    );
  };
}

/**
 * Making a format costs a hundred times as much as using it, and a card uses the same few again
 * and again.
 */
const formats = new Map<string, unknown>();

function kept<Format>(name: string, key: readonly unknown[], make: () => Format): Format {
  const id = JSON.stringify([name, ...key]);
  const known = formats.get(id) as Format | undefined;
  if (known !== undefined) {
    return known;
  }
  const made = make();
  formats.set(id, made);
  return made;
}

export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return kept("date", [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

export function numberFormat(
  locale: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  return kept("number", [locale, options], () => new Intl.NumberFormat(locale, options));
}

export function listFormat(locale: string, options: Intl.ListFormatOptions = {}): Intl.ListFormat {
  return kept("list", [locale, options], () => new Intl.ListFormat(locale, options));
}

export function pluralRules(locale: string): Intl.PluralRules {
  return kept("plural", [locale], () => new Intl.PluralRules(locale));
}

/** Of ranks, such as "1st" and "2nd". */
export function ordinalRules(locale: string): Intl.PluralRules {
  return kept("ordinal", [locale], () => new Intl.PluralRules(locale, { type: "ordinal" }));
}

export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return kept("relative", [locale], () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
}

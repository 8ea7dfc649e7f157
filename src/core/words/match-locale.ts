/** Texts for a reader, and the tag that dates and numbers are formatted by. */
export interface MatchedLocale {
  /** Below `_locales`: "pt_BR". */
  readonly folder: string;
  /** What was asked for, without extensions: "pt-PT". */
  readonly locale: string;
}

/**
 * The texts that a reader of this language tag (RFC 5646) is given; null where there are none. As in
 * RFC 4647 §3.4 the tag is shortened until it fits; then another region's texts do, as long as they
 * are in the same script: Brazil's for Portugal, but not mainland China's for Taiwan.
 */
export function matchLocale(tag: string, folders: readonly string[]): MatchedLocale | null {
  const wanted = localeOf(tag);
  if (wanted === null) {
    return null;
  }
  const readable = folders.flatMap((folder) => {
    const locale = localeOf(folder);
    return locale !== null && scriptOf(locale) === scriptOf(wanted) ? [{ folder, locale }] : [];
  });
  const [another] = readable;
  const found = nearest(wanted.baseName, readable) ?? another;
  return found === undefined ? null : { folder: found.folder, locale: wanted.baseName };
}

/** RFC 5646 §4.4.1: room for every tag without extensions. */
const MAX_TAG_LENGTH = 35;

interface Texts {
  readonly folder: string;
  readonly locale: Intl.Locale;
}

function nearest(tag: string, texts: readonly Texts[]): Texts | undefined {
  return tag === ""
    ? undefined
    : (texts.find(({ locale }) => locale.baseName === tag) ?? nearest(shortened(tag), texts));
}

/** Null for what is no language tag; folders are written with underscores. */
function localeOf(tag: string): Intl.Locale | null {
  if (tag.length > MAX_TAG_LENGTH) {
    return null;
  }
  try {
    return new Intl.Locale(tag.trim().replaceAll("_", "-"));
  } catch {
    return null;
  }
}

function shortened(tag: string): string {
  return tag.slice(0, Math.max(tag.lastIndexOf("-"), 0));
}

/** Language and script, also where the tag leaves the script to the region. */
function scriptOf(locale: Intl.Locale): string {
  const { language, script } = locale.maximize();
  return `${language}-${script ?? ""}`;
}

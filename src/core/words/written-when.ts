import type { Reader } from "./translate.ts";
import { whenWords, type Span } from "./when-words.ts";

/** No day is near it, so that dates are written out. */
const LONG_AGO = 0;

/** When it is, in lines for a mail: it is read on another day than "tomorrow" was written. */
export function writtenWhen(span: Span, reader: Reader): readonly string[] {
  const { headline, detail } = whenWords(span, { ...reader, now: LONG_AGO });
  return [headline, detail ?? ""].filter((line) => line !== "");
}

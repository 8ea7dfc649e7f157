/** The text of a field without its comments (RFC 5322 §3.2.2), nested ones too, in one pass. */
export function withoutComments(text: string): string {
  let depth = 0;
  let kept = "";
  for (const character of text) {
    if (character === "(") {
      depth++;
    } else if (character === ")" && depth > 0) {
      depth--;
    } else if (depth === 0) {
      kept += character;
    }
  }
  return kept;
}

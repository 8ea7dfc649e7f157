/** RFC 2047 §2 allows words of 75 characters; these have 64, to fit on a line behind "Subject: ". */
const MAX_WORD_OCTETS = 39;

/**
 * Text as encoded words (RFC 2047), a character never split between two. Always base64: what is
 * written in Q depends on where the word stands (§5), and its gain is small.
 */
export function encodedWords(text: string): readonly string[] {
  const words: string[] = [];
  let chunk: number[] = [];
  for (const character of text) {
    const octets = new TextEncoder().encode(character);
    if (chunk.length + octets.length > MAX_WORD_OCTETS) {
      words.push(encodedWord(chunk));
      chunk = [];
    }
    chunk.push(...octets);
  }
  return [...words, encodedWord(chunk)];
}

function encodedWord(octets: readonly number[]): string {
  return `=?UTF-8?B?${btoa(String.fromCharCode(...octets))}?=`;
}

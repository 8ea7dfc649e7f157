import { element } from "./element.ts";

let last: string | null = null;

/** Hands a text to Thunderbird as a download; it asks where to, if the user wants to be asked. */
export function saveFile(name: string, text: string): void {
  if (last !== null) {
    URL.revokeObjectURL(last);
  }
  // Kept until the next one or the page's end: when the download has begun cannot be told.
  last = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { attributes: { href: last, download: name } }).click();
}

import { readTarget } from "./target.ts";

/** "agenda.pdf" and "Node.js" are no hosts. */
const FILE_EXTENSION =
  /\.(?:avi|csv|docx?|eml|gif|gz|html?|ics|jpe?g|js|json|md|mov|mp[34]|odp|ods|odt|pdf|png|pptx?|py|rtf|svg|tar|ts|txt|xlsx?|xml|zip)$/i;

const BARE_HOST = /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?=[/:?#]|$)/i;

/** The host that a reader believes a link leads to, from its name; null where it names none. */
export function hostIn(label: string): string | null {
  const url = /https?:\/\/\S+/i.exec(label)?.[0];
  if (url !== undefined) {
    return readTarget(url).host;
  }
  const host = BARE_HOST.exec(label.trim())?.[0] ?? null;
  return host === null || FILE_EXTENSION.test(host) ? null : host.toLowerCase();
}

const CLAUSE = /^RFC (\d{3,5})(?: §([\d.]+|[A-Z]))?$/u;

/** Where a clause such as "RFC 5546 §3.2.2" can be read; null for what is no RFC. */
export function clauseUrl(clause: string): string | null {
  const [, number, section] = CLAUSE.exec(clause) ?? [];
  if (number === undefined) {
    return null;
  }
  const anchor = section === undefined ? "" : `#section-${section}`;
  return `https://www.rfc-editor.org/rfc/rfc${number}.html${anchor}`;
}

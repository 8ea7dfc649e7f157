interface Access {
  /** With a slash at its end. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** What a client keeps the password under (RFC 7617 §2). */
  readonly realms: readonly string[];
}

/** A calendar as its server has it, asked past Thunderbird (RFC 4791). */
export class CalDavCalendar {
  readonly access: Access;

  constructor(access: Access) {
    this.access = access;
  }

  /** The event with this UID, unfolded; null where there is none. */
  async read(uid: string): Promise<string | null> {
    const text = await this.#ask("REPORT", "", {
      headers: { Depth: "1", "Content-Type": "application/xml; charset=utf-8" },
      body: queryFor(uid),
    });
    const data = /<(?:\w+:)?calendar-data[^>]*>([^]*?)<\/(?:\w+:)?calendar-data>/.exec(text)?.[1];
    return data === undefined ? null : unfold(unescape(data));
  }

  /** Another program of the user's changes an event, or adds one. */
  async put(name: string, event: string): Promise<void> {
    await this.#ask("PUT", `${name}.ics`, {
      headers: { "Content-Type": "text/calendar; charset=utf-8" },
      body: event,
    });
  }

  async #ask(method: string, path: string, request: RequestInit): Promise<string> {
    const { url, user, password } = this.access;
    const credentials = Buffer.from(`${user}:${password}`).toString("base64");
    const headers = { ...(request.headers as object), Authorization: `Basic ${credentials}` };
    const response = await fetch(url + path, { ...request, method, headers });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return response.text();
  }
}

/** RFC 4791 §7.8.6. */
function queryFor(uid: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
  <D:prop><C:calendar-data/></D:prop>
  <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
    <C:prop-filter name="UID"><C:text-match>${uid}</C:text-match></C:prop-filter>
  </C:comp-filter></C:comp-filter></C:filter>
</C:calendar-query>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
  "&#13;": "\r",
  "&#xD;": "\r",
};

function unescape(xml: string): string {
  const text = xml.replace(/^<!\[CDATA\[|\]\]>$/g, "");
  return text === xml ? xml.replace(/&#?\w+;/g, (entity) => ENTITIES[entity] ?? entity) : text;
}

function unfold(text: string): string {
  return text.replace(/\r?\n[ \t]/g, "").replace(/\r?\n/g, "\r\n");
}

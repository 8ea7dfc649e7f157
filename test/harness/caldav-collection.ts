/** A calendar on a CalDAV server (RFC 4791), read and written without Thunderbird. */
export class CaldavCollection {
  readonly url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: string, user: { readonly name: string; readonly password: string } = NOBODY) {
    this.url = url;
    const credentials = Buffer.from(`${user.name}:${user.password}`).toString("base64");
    this.#headers = { Authorization: `Basic ${credentials}` };
  }

  async create(): Promise<void> {
    await this.#request("MKCALENDAR", "");
  }

  /** What the server says it can do. */
  async features(): Promise<readonly string[]> {
    const { headers } = await this.#request("OPTIONS", "");
    return (headers.get("DAV") ?? "").split(",").map((feature) => feature.trim());
  }

  /** The event with a UID as the server keeps it, unfolded; null where it has none. */
  async read(uid: string): Promise<string | null> {
    const texts = await this.readAll();
    return texts.find((text) => text.includes(`\r\nUID:${uid}\r\n`)) ?? null;
  }

  async readAll(): Promise<readonly string[]> {
    const listing = await (await this.#request("PROPFIND", "", { Depth: "1" })).text();
    const hrefs = [...listing.matchAll(/<(?:\w+:)?href>([^<]+\.ics)</g)].map(
      ([, href = ""]) => href,
    );
    const texts = await Promise.all([...new Set(hrefs)].map((href) => this.#get(href)));
    return texts.map((text) => text.replace(/\r?\n/g, "\r\n").replace(/\r\n[ \t]/g, ""));
  }

  async write(name: string, text: string): Promise<void> {
    await this.#request("PUT", name, { "Content-Type": "text/calendar; charset=utf-8" }, text);
  }

  async #get(href: string): Promise<string> {
    return (await this.#request("GET", new URL(href, this.url).href)).text();
  }

  async #request(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body: string | null = null,
  ): Promise<Response> {
    const url = new URL(path, this.url);
    const response = await fetch(url, { method, headers: { ...this.#headers, ...headers }, body });
    if (!response.ok) {
      throw new Error(`${method} ${url.href}: ${response.status} ${await response.text()}`);
    }
    return response;
  }
}

/** Radicale asks for a name, and for no password. */
const NOBODY = { name: "me", password: "" };

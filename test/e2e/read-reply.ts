import { simpleParser, type ParsedMail } from "mailparser";

export interface SeenReply {
  readonly mail: ParsedMail;
  /** Media types of the message and its parts. */
  readonly mediaType: string;
  readonly partTypes: readonly string[];
  /** Parameters of text/calendar. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The decoded calendar object. */
  readonly object: string;
  /** Its unfolded lines. */
  readonly lines: readonly string[];
}

/** A reply as mailparser reads it; throws where there is not exactly one calendar part. */
export async function readReply(bytes: Buffer): Promise<SeenReply> {
  const mail = await simpleParser(bytes);
  const [part, second] = mail.attachments;
  if (part === undefined || second !== undefined) {
    throw new Error(`There are ${mail.attachments.length} parts besides the text.`);
  }
  const object = part.content.toString("utf8");
  return {
    mail,
    mediaType: structured(mail.headers).value,
    partTypes: partTypes(bytes.toString("latin1")),
    parameters: structured(part.headers).params,
    object,
    lines: object.replace(/\r\n[ \t]/g, "").split("\r\n"),
  };
}

/** The values of a property, with parameters. */
export function linesOf({ lines }: SeenReply, name: string): readonly string[] {
  return lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
}

function structured(headers: ReadonlyMap<string, unknown>): {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
} {
  return headers.get("content-type") as never;
}

/** mailparser tells nothing of the alternatives it merged into one text. */
function partTypes(message: string): string[] {
  return [...message.matchAll(/^content-type:\s*([^;\s]+)/gim)]
    .slice(1)
    .map(([, type]) => type ?? "");
}

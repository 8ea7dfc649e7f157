/** What the tests use of mailparser, which comes without types. */
declare module "mailparser" {
  interface Mailbox {
    readonly name: string;
    readonly address?: string;
  }

  interface Structured {
    readonly value: string;
    readonly params: Readonly<Record<string, string>>;
  }

  interface ParsedPart {
    readonly contentType: string;
    readonly filename?: string;
    readonly headers: ReadonlyMap<string, unknown>;
    readonly content: Buffer;
  }

  interface ParsedMail {
    readonly from?: { readonly value: readonly Mailbox[] };
    readonly to?: { readonly value: readonly Mailbox[] };
    readonly subject?: string;
    readonly text?: string;
    readonly messageId?: string;
    readonly inReplyTo?: string;
    readonly references?: string | readonly string[];
    readonly headers: ReadonlyMap<string, unknown>;
    readonly attachments: readonly ParsedPart[];
  }

  export function simpleParser(message: Buffer): Promise<ParsedMail>;
}

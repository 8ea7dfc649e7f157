/** The part of the package smtp-server that is used here; it comes without types. */
declare module "smtp-server" {
  import type { Readable } from "node:stream";
  import type { Server } from "node:net";

  interface Envelope {
    readonly mailFrom: { readonly address: string } | false;
    readonly rcptTo: readonly { readonly address: string }[];
  }

  interface Session {
    readonly envelope: Envelope;
  }

  type Answer = (error?: (Error & { responseCode?: number }) | null) => void;

  interface Options {
    readonly authOptional: boolean;
    readonly disabledCommands: readonly string[];
    readonly disableReverseLookup: boolean;
    readonly logger: boolean;
    readonly closeTimeout: number;
    readonly onRcptTo: (
      address: { readonly address: string },
      session: Session,
      answer: Answer,
    ) => void;
    readonly onData: (stream: Readable, session: Session, answer: Answer) => void;
  }

  export class SMTPServer {
    constructor(options: Options);
    readonly server: Server;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    on(event: "error", listener: (error: Error) => void): void;
  }
}

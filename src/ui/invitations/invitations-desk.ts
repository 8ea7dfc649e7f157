import type { MessageView } from "../../app/card.ts";
import type { ListedInvitation } from "../../app/listed-invitation.ts";
import type { Reader } from "../../core/words/translate.ts";
import type { Desk } from "../card/desk.ts";

/** What the page of all invitations can have done for it, besides what its cards ask for. */
export interface InvitationsDesk {
  list(): Promise<readonly ListedInvitation[]>;
  inspect(headerMessageId: string): Promise<MessageView>;
  inspectAgain(messageId: number): Promise<MessageView>;
  /** For the card of a message; `refresh` shows that message anew. */
  forCard(refresh: () => void): Desk;
  openMessage(headerMessageId: string): Promise<boolean>;
  /** Lets the user save a text as a file. */
  save(name: string, text: string): void;
  print(): void;
  /** Says what became of a click, in sight and aloud. */
  tell(sentence: string): void;
}

/** What every part of the page is drawn from. */
export interface InvitationsScene {
  readonly reader: Reader;
  readonly desk: InvitationsDesk;
}

import type { CardView } from "../../app/card.ts";
import type { Reader } from "../../core/words/translate.ts";
import type { Desk } from "./desk.ts";

/** What every part of a card is drawn from. */
export interface Scene {
  readonly card: CardView;
  readonly reader: Reader;
  readonly desk: Desk;
}

import type { InstanceView } from "../../app/card.ts";
import { translateCount, type Reader } from "../../core/words/translate.ts";
import { whenWords } from "../../core/words/when-words.ts";
import { element, type Child } from "../element.ts";
import { factRow } from "./fact-row.ts";
import type { Scene } from "./scene.ts";

/** Rows that say when it is, here and where the organizer is, and how it repeats. */
export function whenView({ card, reader }: Scene): readonly Child[] {
  const { translate } = reader;
  const { headline, detail, elsewhere, note } = whenWords(card, reader);
  const { recurrence } = card;
  return [
    factRow("when", translate("card_when"), [
      element("p", { class: "when-headline", text: headline }),
      ...(recurrence === null ? addedViews(card.instances, reader) : []),
      detail === null ? null : element("p", { class: "muted", text: detail }),
      elsewhere === null ? null : element("p", { class: "muted", text: elsewhere }),
      note === null ? null : element("p", { class: "when-note", text: note }),
      occurrenceView({ card, reader }),
    ]),
    recurrence === null
      ? null
      : factRow("repeat", translate("card_repeats"), [
          element("p", { text: recurrence }),
          instancesView(card.instances, reader),
        ]),
  ];
}

/** An ADD may bring several dates (RFC 5546 §3.2.4): each is as much a part of it as the first. */
function addedViews(instances: readonly InstanceView[], reader: Reader): readonly HTMLElement[] {
  return instances.map((instance) =>
    element("p", { class: "when-headline", text: whenWords(instance, reader).headline }),
  );
}

function occurrenceView({ card, reader }: Pick<Scene, "card" | "reader">): HTMLElement | null {
  const { occurrence } = card;
  if (occurrence === null) {
    return null;
  }
  const isInPlace = card.start !== null && occurrence.wall === card.start.wall;
  const key = card.thisAndFuture
    ? "card_this_and_future"
    : isInPlace
      ? "card_occurrence_in_place"
      : "card_occurrence";
  const { headline } = whenWords({ start: occurrence, end: null, allDay: card.allDay }, reader);
  return element("p", { class: "muted", text: reader.translate(key, [headline]) });
}

function instancesView(instances: readonly InstanceView[], reader: Reader): HTMLElement | null {
  if (instances.length === 0) {
    return null;
  }
  const count = translateCount("card_instances", instances.length, reader);
  return element("details", {}, [
    element("summary", { text: count }),
    element(
      "ul",
      {},
      instances.map((instance) => instanceView(instance, reader)),
    ),
  ]);
}

function instanceView({ recurrenceId, ...span }: InstanceView, reader: Reader): HTMLElement {
  const old = whenWords({ start: recurrenceId, end: null, allDay: span.allDay }, reader).headline;
  const { headline } = whenWords(span, reader);
  return element("li", { text: reader.translate("card_instance_moved", [old, headline]) });
}

import { writtenAddress } from "../../itip/calendar-user.ts";
import { isEventKnown } from "../../itip/line.ts";
import type { Situation } from "../context.ts";
import { ORGANIZER_METHODS } from "../../itip/methods.ts";
import type { Report, Rule, Severity } from "../rule.ts";
import { situated } from "../situated.ts";

export const senderIsOrganizer: Rule = {
  id: "sender-is-organizer",
  family: "people",
  severity: "warning",
  clause: "RFC 6047 §3",
  methods: ORGANIZER_METHODS,
  placeholders: ["sender", "organizer"],
  check: situated(({ main, situation }) => {
    const { sender, standing } = situation;
    const grade = gradeOf(situation);
    const organizer =
      main.organizer === null ? standing.known.organizer : writtenAddress(main.organizer);
    return grade === null
      ? []
      : [{ ...grade, data: { sender: sender.address, organizer, relation: sender.relation } }];
  }),
};

type Grade = Required<Pick<Report, "severity" | "wording">>;

/** Null: the sender is whom the message must come from, or nobody can be compared. */
function gradeOf(situation: Situation): Grade | null {
  const { sender, authentication } = situation;
  const { relation } = sender;
  switch (relation) {
    case "none":
      return null;
    case "stranger":
      return { severity: "warning", wording: "stranger" };
    case "self":
    case "sent-by":
    case "service":
      return authentication === "fail" ? { severity: "warning", wording: "unauthenticated" } : null;
    default:
      return { severity: passedOn(situation), wording: relation.replace("-", "_") };
  }
}

/**
 * Somebody who may pass a message on is believed for an event that is not known yet; who changes
 * a known one must have been heard before.
 */
function passedOn({ sender, standing: { known } }: Situation): Severity {
  const isHeard = known.trustedSenders.has(String(sender.address).toLowerCase());
  return isEventKnown(known) && !isHeard ? "warning" : "notice";
}

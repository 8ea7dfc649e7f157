import type { ListedInvitation } from "../../app/listed-invitation.ts";
import { personWords } from "../../core/words/people-words.ts";
import { verdictWords } from "../../core/words/state-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { momentWords, whenWords } from "../../core/words/when-words.ts";
import { element } from "../element.ts";
import { statusWords } from "./row-view.ts";

/** Rises when a member changes its meaning. */
const REPORT_VERSION = 1;

/** The rows for programs (docs/invitations.md). */
export function reportText(rows: readonly ListedInvitation[], now: number): string {
  const report = {
    version: REPORT_VERSION,
    written: new Date(now).toISOString(),
    invitations: rows.map(entryOf),
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}

function entryOf(row: ListedInvitation): object {
  const { title, uid, recurrenceId, source, method, sequence, start, end, organizer } = row;
  const { section, state, verdict, findings, role, answered, replies } = row;
  return {
    title,
    uid,
    recurrenceId: recurrenceId || null,
    messageId: source,
    method,
    sequence,
    start: start && { time: start.wall, zone: start.timeZone, kind: start.kind },
    end: end && { time: end.wall, zone: end.timeZone, kind: end.kind },
    organizer: organizer?.address ?? null,
    role,
    section,
    state,
    verdict,
    findings,
    answered: answered && { ...answered, at: new Date(answered.at).toISOString() },
    replies,
  };
}

/** The rows on paper. */
export function reportView(rows: readonly ListedInvitation[], reader: Reader): HTMLElement {
  const { translate } = reader;
  const heads = ["title", "when", "organizer", "status", "findings"].map((name) =>
    element("th", { text: translate(`invitations_report_${name}`), attributes: { scope: "col" } }),
  );
  return element("section", { class: "report" }, [
    element("h2", { text: translate("invitations_report") }),
    element("p", {
      text: translate("invitations_report_made", [
        momentWords(reader.now, reader),
        String(rows.length),
      ]),
    }),
    element("table", {}, [
      element("thead", {}, [element("tr", {}, heads)]),
      element(
        "tbody",
        {},
        rows.map((row) => rowOf(row, reader)),
      ),
    ]),
  ]);
}

function rowOf(row: ListedInvitation, reader: Reader): HTMLElement {
  const { translate } = reader;
  const findings = row.findings.map((rule) => translate(`rule_${rule.replaceAll("-", "_")}_title`));
  return element("tr", {}, [
    element("th", {
      text: row.title ?? translate("invitations_untitled"),
      attributes: { scope: "row" },
    }),
    element("td", { text: whenWords(row, reader).headline }),
    element("td", {
      text: personWords(row.organizer ?? { name: null, address: null }, translate),
    }),
    element("td", { text: statusWords(row, reader) }),
    element("td", {}, [
      element("p", { text: verdictWords(row.verdict, reader) }),
      element(
        "ul",
        {},
        findings.map((text) => element("li", { text })),
      ),
    ]),
  ]);
}

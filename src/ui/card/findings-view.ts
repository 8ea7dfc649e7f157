import type { FindingView } from "../../app/card.ts";
import type { Severity } from "../../core/rules/rule.ts";
import {
  findingWords,
  helpWords,
  severityWords,
  whyWords,
} from "../../core/words/finding-words.ts";
import { translateCount, type Reader } from "../../core/words/translate.ts";
import { element, icon } from "../element.ts";
import { clauseUrl } from "./clause-url.ts";
import type { Desk } from "./desk.ts";
import { linkButton } from "./place-view.ts";

interface Found {
  readonly findings: readonly FindingView[];
  readonly reader: Reader;
  readonly desk: Desk;
}

const ORDER: readonly Severity[] = ["error", "warning", "notice"];

/** Problems and warnings, the worst first. */
export function problemsView(found: Found): HTMLElement | null {
  const problems = found.findings
    .filter(({ severity }) => severity !== "notice")
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return problems.length === 0 ? null : listView({ ...found, findings: problems });
}

/** Notices, folded: they hinder nobody. */
export function noticesView(found: Found): HTMLElement | null {
  const notices = found.findings.filter(({ severity }) => severity === "notice");
  if (notices.length === 0) {
    return null;
  }
  const count = translateCount("card_notices", notices.length, found.reader);
  return element("details", { class: "notices" }, [
    element("summary", { text: count }),
    listView({ ...found, findings: notices }),
  ]);
}

function listView({ findings, reader, desk }: Found): HTMLElement {
  return element(
    "ul",
    { class: "findings", attributes: { "aria-label": reader.translate("card_findings") } },
    findings.map((finding) => findingView(finding, reader, desk)),
  );
}

function findingView(finding: FindingView, reader: Reader, desk: Desk): HTMLElement {
  const { rule, severity } = finding;
  const { translate } = reader;
  const data = { finding: rule, severity };
  return element("li", { class: "finding", data }, [
    element("details", {}, [
      element("summary", {}, [
        icon(`severity-${severity}`),
        element("span", { class: "sentence" }, [
          element("strong", { class: "severity", text: severityWords(finding, translate) }),
          " ",
          findingWords(finding, reader),
        ]),
      ]),
      explanationView(finding, reader, desk),
    ]),
  ]);
}

function explanationView(finding: FindingView, reader: Reader, desk: Desk): HTMLElement {
  const { translate } = reader;
  const { rule, clause } = finding;
  const paragraphs = [
    ["card_finding_why", whyWords(finding, translate)] as const,
    ["card_finding_help", helpWords(finding, translate)] as const,
  ].filter(([, text]) => text !== "");
  const url = clauseUrl(clause);
  const { rulesUrl } = desk;
  return element("div", { class: "explanation" }, [
    element(
      "dl",
      {},
      paragraphs.flatMap(([key, text]) => [
        element("dt", { text: translate(key) }),
        element("dd", { text }),
      ]),
    ),
    element("p", { class: "sources" }, [
      rulesUrl === null
        ? null
        : linkButton(translate("card_finding_rule", [rule]), () =>
            desk.openLink(`${rulesUrl}#${rule}`),
          ),
      " ",
      url === null
        ? element("span", { class: "muted", text: clause })
        : linkButton(clause, () => desk.openLink(url)),
    ]),
  ]);
}

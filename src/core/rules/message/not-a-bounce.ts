import type { CalendarPart, Mail, Part } from "../../mail/mail.ts";
import { placeOf } from "../acting-part.ts";
import type { Rule } from "../rule.ts";

/** A delivery report gives an invitation back to whom sent it: there is nothing to answer. */
export const notABounce: Rule = {
  id: "not-a-bounce",
  family: "message",
  severity: "notice",
  clause: "RFC 6522 §3",
  methods: "*",
  placeholders: [],
  check({ mail, parts }) {
    const returned = parts.find((part) => mail !== null && isReturned(mail, part));
    if (!mail || !returned?.part) {
      return [];
    }
    const report = returned.ancestors.find(isReport);
    const reportType = report?.parameters.get("report-type") ?? null;
    return [{ data: { reportType, ...placeOf(mail, returned.part) } }];
  },
};

/** Exim's reports name the addresses in the header and may lack multipart/report. */
function isReturned({ root }: Mail, { ancestors }: CalendarPart): boolean {
  return ancestors.some(isReport) || root.fields.some(({ name }) => name === "x-failed-recipients");
}

function isReport({ mediaType }: Part): boolean {
  return mediaType === "multipart/report";
}

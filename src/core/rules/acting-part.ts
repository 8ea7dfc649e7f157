import { firstProperty } from "../calendar/component.ts";
import type {
  CalendarObject,
  Position,
  Property,
  ScanProblem,
  ScanProblemKind,
} from "../calendar/object.ts";
import type { Invitation } from "../itip/invitation.ts";
import { lineNumberAt } from "../mail/lines.ts";
import type { CalendarPart, Mail, Part } from "../mail/mail.ts";
import type { RuleContext } from "./context.ts";
import type { FindingData } from "./rule.ts";

/** The part of the acting copy: the only one that rules about parts look at. */
export interface ActingPart {
  readonly mail: Mail;
  readonly invitation: Invitation;
  readonly object: CalendarObject;
  readonly source: CalendarPart;
  readonly part: Part;
}

/** Null where no invitation is asked about, and for a bare file, which has no parts. */
export function actingPart({ mail, invitation }: RuleContext): ActingPart | null {
  const object = invitation?.acting.object;
  const part = object?.source.part;
  return mail && object && part ? { mail, invitation, object, source: object.source, part } : null;
}

/** As IMAP numbers it; null for a bare file. */
export function numberOf({ part }: CalendarPart): string | null {
  return part?.number ?? null;
}

/** Where in a part something stands: line and offset count in its decoded body. */
export function placeIn({ source }: CalendarObject, { line, offset }: Position): FindingData {
  return { part: numberOf(source), line, offset };
}

/** Where a part stands: line and offset count in the message, and lead to the part's body. */
export function placeOf(mail: Mail, { number, body }: Part): FindingData {
  return { part: number, line: lineNumberAt(mail.bytes, body.start), offset: body.start };
}

export function problemOf(object: CalendarObject, kind: ScanProblemKind): ScanProblem | null {
  return object.problems.find((problem) => problem.kind === kind) ?? null;
}

/** The METHOD property that counts: the acting calendar's first. */
export function methodOf(acting: ActingPart | null): Property | null {
  const calendar = acting?.invitation.acting.calendar;
  return calendar ? firstProperty(calendar, "METHOD") : null;
}

import { EXCEPTIONS } from "./exceptions.ts";
import type { Complaints, Judge } from "./judge.ts";
import { cyrus } from "./judge-with-cyrus.ts";
import type { Kind, Outgoing } from "./outgoing.ts";
import { icalendar, kde, libical, vobject } from "./readers.ts";

export const JUDGES: readonly Judge[] = [libical, icalendar, vobject, kde, cyrus];

/** What one judge says about one kind of message. */
export interface Cell {
  readonly accepted: number;
  /** Refused, but named in exceptions.ts. */
  readonly excepted: number;
  /** Refused for no reason that is named: shape and complaint. */
  readonly refused: readonly string[];
}

/** Null where a judge can say nothing about such messages. */
export function cellOf(judge: Judge, kind: Kind, complaints: Complaints): Cell | null {
  const said = [...complaints].filter(([{ kind: own }]) => own === kind);
  if (said.length === 0) {
    return null;
  }
  const refused = said.filter(([, complaint]) => complaint.length > 0);
  const unnamed = refused.filter(([outgoing]) => !isExcepted(judge, outgoing));
  return {
    accepted: said.length - refused.length,
    excepted: refused.length - unnamed.length,
    refused: unnamed.map(([{ shape }, complaint]) => `${shape.name}: ${complaint.join("; ")}`),
  };
}

function isExcepted({ name }: Judge, outgoing: Outgoing): boolean {
  return EXCEPTIONS.some(({ judges, applies }) => judges.includes(name) && applies(outgoing));
}

import { beforeAll, describe, expect, it } from "vitest";
import { interoperabilityDocument } from "./document.ts";
import { EXCEPTIONS } from "./exceptions.ts";
import type { Complaints, Judge } from "./judge.ts";
import { KINDS, outgoingOf, type Outgoing } from "./outgoing.ts";
import { cellOf, JUDGES } from "./results.ts";
import { SHAPES } from "./shapes.ts";

/** More than a thousand messages, and programs that have to be compiled first. */
const PATIENCE = 600_000;

const said = new Map<Judge, Complaints>();
let outgoing: readonly Outgoing[] = [];

beforeAll(async () => {
  outgoing = (await Promise.all(SHAPES.map(outgoingOf))).flat();
  for (const judge of JUDGES) {
    said.set(judge, await judge.judge(outgoing.filter(judge.hears)));
  }
}, PATIENCE);

describe.each(JUDGES)("$name", (judge) => {
  it.each(KINDS)("accepts every message of the kind %s", (kind) => {
    expect(cellOf(judge, kind, said.get(judge) ?? new Map())?.refused ?? []).toEqual([]);
  });
});

it("each kind of message is written", () => {
  expect(new Set(outgoing.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  for (const shape of SHAPES) {
    const kinds = outgoing.filter((message) => message.shape === shape).map(({ kind }) => kind);
    expect(kinds, shape.name).toEqual(expect.arrayContaining(["accept", "decline", "refresh"]));
  }
});

it("no two invitations share a UID, except where a message brings two", () => {
  const uids = SHAPES.map(({ name }) => outgoing.find(({ shape }) => shape.name === name)?.uid);
  expect(new Set(uids).size).toBe(SHAPES.length);
});

it.each(EXCEPTIONS)("this exception is needed: $because", ({ judges, applies }) => {
  for (const name of judges) {
    const judge = JUDGES.find((one) => one.name === name);
    const complaints = [...((judge && said.get(judge)) ?? [])];
    const refused = complaints.filter(([message, { length }]) => length > 0 && applies(message));
    expect(refused, name).not.toEqual([]);
  }
});

it("docs/interoperability.md says so (otherwise: npm run docs:interop)", async () => {
  await expect(await interoperabilityDocument(said)).toMatchFileSnapshot(
    "../../docs/interoperability.md",
  );
});

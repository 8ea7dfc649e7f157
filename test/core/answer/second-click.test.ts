import { describe, expect, it } from "vitest";
import { reasonsFor, type ConfirmReason } from "../../../src/core/answer/second-click.ts";
import type { Action } from "../../../src/core/itip/actions.ts";

const ALL: readonly ConfirmReason[] = [
  "stale",
  "danger",
  "past",
  "not-invited",
  "in-the-clear",
  "ask",
];

const OPEN = { previewed: false, edit: false };

const ASKED: readonly { readonly action: Action; readonly asked: readonly ConfirmReason[] }[] = [
  { action: "accept", asked: ALL },
  { action: "tentative", asked: ALL },
  { action: "decline", asked: ALL },
  { action: "delegate", asked: ALL },
  { action: "counter", asked: ALL },
  { action: "refresh", asked: ["danger", "in-the-clear", "ask"] },
  { action: "apply", asked: ["danger"] },
  { action: "record", asked: [] },
  { action: "ignore", asked: [] },
];

describe("the second click", () => {
  it.each(ASKED)("is asked of $action for $asked", ({ action, asked }) => {
    expect(reasonsFor({ ...OPEN, action }, ALL)).toEqual(asked);
  });

  it.each(ASKED)("is not asked of $action where nothing speaks against it", ({ action }) => {
    expect(reasonsFor({ ...OPEN, action }, [])).toEqual([]);
  });

  it.each(["previewed", "edit"] as const)(
    "is not asked only to show what was shown: %s",
    (shown) => {
      const request = { ...OPEN, [shown]: true, action: "accept" } as const;

      expect(reasonsFor(request, ["ask"])).toEqual([]);
      expect(reasonsFor(request, ["danger", "ask"])).toEqual(["danger"]);
    },
  );
});

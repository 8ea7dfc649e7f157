import { describe, expect, it } from "vitest";
import { EDITIONS } from "./edition.ts";
import { killAgainAndAgain } from "./kills.ts";

/** `npm run kill -- 200` goes on for longer. */
const KILLS = 5;
const SEED = 20261122;

describe.each(EDITIONS)(
  "the $name edition, killed while mail comes, goes and is read,",
  (edition) => {
    it("loses nothing, doubles nothing, and says of each click what is true", async () => {
      const { broken, kills } = await killAgainAndAgain({ kills: KILLS, seed: SEED, edition });

      expect(broken).toEqual([]);
      expect(kills).toBe(KILLS);
    }, 400_000);
  },
);

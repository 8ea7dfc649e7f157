import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DamagedRecord, failingOver, Health } from "../../src/ledger/health.ts";

interface Port {
  readonly read: (key: string) => Promise<string>;
  readonly write: (key: string) => Promise<void>;
}

function portFailing(error: () => unknown): Port {
  return {
    read: (key) => Promise.resolve(`kept ${key}`),
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever is thrown
    write: () => Promise.reject(error()),
  };
}

const instead = {
  read: (key: string) => Promise.resolve(`held ${key}`),
  write: () => Promise.resolve(),
};

describe("storage that fails", () => {
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    { error: new DOMException("", "QuotaExceededError"), trouble: "full" },
    { error: new DOMException("", "VersionError"), trouble: "newer" },
    { error: new DOMException("", "UnknownError"), trouble: "damaged" },
    { error: new DamagedRecord("odd"), trouble: "damaged" },
  ])("is replaced from then on: $trouble", async ({ error, trouble }) => {
    const health = new Health();
    const port = failingOver(
      portFailing(() => error),
      instead,
      health,
    );
    expect(await port.read("a")).toBe("kept a");
    await port.write("a");
    expect(health.trouble).toBe(trouble);
    expect(await port.read("a")).toBe("held a");
    expect(console.error).toHaveBeenCalledOnce();
  });

  it("is what is named first, whatever fails afterwards", async () => {
    const health = new Health();
    health.blame(new DOMException("", "QuotaExceededError"));
    await failingOver(
      portFailing(() => new DOMException("", "UnknownError")),
      {},
      health,
    )
      .write("a")
      .catch(() => undefined);
    expect(health.trouble).toBe("full");
  });

  it("is not to blame for a mistake of ours", async () => {
    const health = new Health();
    const port = failingOver(
      portFailing(() => new TypeError("a mistake")),
      instead,
      health,
    );
    await expect(port.write("a")).rejects.toThrow("a mistake");
    expect(health.trouble).toBeNull();
  });

  it("is told where nothing can take over", async () => {
    const health = new Health();
    const port = failingOver(
      portFailing(() => new DOMException("no room", "QuotaExceededError")),
      { read: instead.read },
      health,
    );
    await expect(port.write("a")).rejects.toThrow("no room");
    expect(health.trouble).toBe("full");
  });

  it("is used again when it has recovered", async () => {
    const health = new Health();
    const port = failingOver(
      portFailing(() => new DOMException("", "QuotaExceededError")),
      instead,
      health,
    );
    await port.write("a");
    health.recover();
    expect(await port.read("a")).toBe("kept a");
  });
});

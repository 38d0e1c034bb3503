import { describe, expect, it, vi } from "vitest";
import { fewAtOnce } from "../../src/dispatch/few-at-once.ts";

const over = () => new Error("over");

/** Acts that end when they are told to. */
function acts(most: number) {
  const few = fewAtOnce(most, over);
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const run = (name: string) =>
    few.run(() => {
      begun.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.set(name, (error) => (error ? reject(error) : resolve(name))),
      );
    });
  return { few, begun, run, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}

describe("fewAtOnce", () => {
  it("begins no more than the bound, and the next as one ends, well or not", async () => {
    const { begun, run, end } = acts(2);
    const [a, b, c, d] = ["a", "b", "c", "d"].map(run);
    await vi.waitFor(() => expect(begun).toEqual(["a", "b"]));
    end("b", new Error("no"));
    await expect(b).rejects.toThrow("no");
    await vi.waitFor(() => expect(begun).toEqual(["a", "b", "c"]));
    end("a");
    expect(await a).toBe("a");
    await vi.waitFor(() => expect(begun).toEqual(["a", "b", "c", "d"]));
    end("c");
    end("d");
    expect(await Promise.all([c, d])).toEqual(["c", "d"]);
  });

  it("lets go of what waits when it is stopped, and begins nothing more", async () => {
    const { few, begun, run, end } = acts(1);
    const [a, b] = ["a", "b"].map(run);
    await vi.waitFor(() => expect(begun).toEqual(["a"]));
    few.stop();
    await expect(b).rejects.toThrow("over");
    await expect(run("c")).rejects.toThrow("over");
    end("a");
    expect(await a).toBe("a");
    expect(begun).toEqual(["a"]);
  });
});

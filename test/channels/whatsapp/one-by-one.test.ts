import { describe, expect, it } from "vitest";
import { createOneByOne } from "../../../src/channels/whatsapp/one-by-one.ts";

describe("createOneByOne", () => {
  it("begins behind all earlier work under the same key, and beside that under another", async () => {
    const oneByOne = createOneByOne();
    const slow = Promise.withResolvers<string>();
    const begun: string[] = [];
    const work = (name: string, result: Promise<string>) => () => {
      begun.push(name);
      return result;
    };
    const all = [
      oneByOne("a", work("a1", slow.promise)),
      oneByOne("a", work("a2", Promise.resolve("two"))),
      oneByOne("b", work("b1", Promise.resolve("three"))),
    ];
    await new Promise(setImmediate);
    expect(begun).toEqual(["a1", "b1"]);
    slow.resolve("one");
    expect(await Promise.all(all)).toEqual(["one", "two", "three"]);
    expect(begun).toEqual(["a1", "b1", "a2"]);
  });

  it("goes on behind work that failed", async () => {
    const oneByOne = createOneByOne();
    const failed = oneByOne("a", () => Promise.reject(new Error("no page")));
    const next = oneByOne("a", async () => "next");
    await expect(failed).rejects.toThrow("no page");
    await expect(next).resolves.toBe("next");
  });
});

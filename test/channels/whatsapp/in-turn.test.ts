import { describe, expect, it } from "vitest";
import { createInTurn } from "../../../src/channels/whatsapp/in-turn.ts";

describe("createInTurn", () => {
  it("gives what was found first only behind what was asked for first", async () => {
    const inTurn = createInTurn();
    const slow = Promise.withResolvers<string>();
    const heard: string[] = [];
    const all = [slow.promise, Promise.resolve("two"), Promise.resolve("three")].map((search) =>
      inTurn(search).then((found) => heard.push(found)),
    );
    await new Promise(setImmediate);
    expect(heard).toEqual([]);
    slow.resolve("one");
    await Promise.all(all);
    expect(heard).toEqual(["one", "two", "three"]);
  });

  it("goes on behind what could not be found", async () => {
    const inTurn = createInTurn();
    const failed = inTurn(Promise.reject(new Error("no page")));
    await expect(inTurn(Promise.resolve("next"))).resolves.toBe("next");
    await expect(failed).rejects.toThrow("no page");
  });
});

/** What every memory of webhooks promises: the first one counts, each sender has ids of its own, old ones are forgotten. */
import { describe, expect, it } from "vitest";
import type { SeenWebhooks } from "../../src/webhooks/seen.ts";

/** Runs against one adapter; `open` gives an empty one each time. */
export function seenContract(name: string, open: () => Promise<SeenWebhooks>): void {
  const accepted = { status: 200, body: { offer: "o_1" } };
  const late = { status: 409, body: { takenBy: "another partner" } };
  const one = { sender: "p_one", id: "msg_1", answer: accepted, at: 1_000 };

  describe(name, () => {
    it("knows nothing at first", async () => {
      expect(await (await open()).find("p_one", "msg_1")).toBeUndefined();
    });

    it("keeps the first answer and gives it to whoever comes later", async () => {
      const seen = await open();
      expect(await seen.keep(one)).toEqual({ type: "kept" });
      expect(await seen.keep({ ...one, answer: late, at: 2_000 })).toEqual({
        type: "repeated",
        answer: accepted,
      });
      expect(await seen.find("p_one", "msg_1")).toEqual(accepted);
    });

    it("lets only one of many at once be the first", async () => {
      const seen = await open();
      const kept = await Promise.all(Array.from({ length: 50 }, (_, at) => seen.keep({ ...one, at })));
      expect(kept.filter(({ type }) => type === "kept")).toHaveLength(1);
    });

    it("tells senders apart who use the same id, and names that run into each other", async () => {
      const seen = await open();
      await seen.keep(one);
      expect(await seen.find("p_two", "msg_1")).toBeUndefined();
      expect(await seen.keep({ ...one, sender: "p_onem", id: "sg_1" })).toEqual({ type: "kept" });
    });

    it("forgets what is older than a moment, and only that", async () => {
      const seen = await open();
      await seen.keep(one);
      await seen.keep({ ...one, id: "msg_2", at: 2_000 });
      expect(await seen.forget(2_000)).toBe(1);
      expect(await seen.find("p_one", "msg_1")).toBeUndefined();
      expect(await seen.find("p_one", "msg_2")).toEqual(accepted);
    });
  });
}

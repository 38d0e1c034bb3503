/** The store contract: single messages after their channel took them. */
import { beforeEach, describe, expect, it } from "vitest";
import { chatId, conversationOf, handedOver, outboxOf, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening } from "./each-store.ts";

export function deliveriesContract(name: string, open: Opening): void {
  const store = eachStore(open);

  beforeEach(async () => {
    const outbox = [outboxOf("a", 1, 2), outboxOf("a", 1, 3, { index: 1 })];
    await store.engine.commitTurns(
      [turnOf("a", 1, 1, { conversation: conversationOf("a", { lastSeq: 3 }), outbox }), turnOf("b", 1, 2)],
      [],
    );
  });
  const lineOf = async (seq: number) => (await store.engine.lines(chatId("a"), seq - 1, 1))[0];

  describe(`${name}: messages that were taken`, () => {
    it("are found by their platform's id, with their key, in their own chat alone", async () => {
      await store.engine.recordDeliveries([
        handedOver("a", 2, { externalId: "x1" }),
        handedOver("a", 3, { externalId: "x2" }),
        handedOver("b", 2, { externalId: "x3" }),
      ]);
      expect(await store.deliveries.byExternalId(chatId("a"), "x2")).toEqual({
        seq: 3,
        key: `${chatId("a")}:1:1`,
      });
      expect(await store.deliveries.byExternalId(chatId("a"), "x3")).toBeUndefined();
      expect(await store.deliveries.byExternalId(chatId("nobody"), "x1")).toBeUndefined();
    });

    it("are delivered, then read, and never the other way round", async () => {
      await store.engine.recordDeliveries([handedOver("a", 2, { externalId: "x1" })]);
      expect(await store.deliveries.progress(chatId("a"), 2, "delivered")).toBe(true);
      expect((await lineOf(2))?.delivery).toBe("delivered");
      expect(await store.deliveries.progress(chatId("a"), 2, "read")).toBe(true);
      expect(await store.deliveries.progress(chatId("a"), 2, "delivered")).toBe(false);
      expect((await lineOf(2))?.delivery).toBe("read");
      expect(await store.deliveries.progress(chatId("a"), 2, "read")).toBe(false);
    });

    it("can fail after all, with the reason in their line", async () => {
      await store.engine.recordDeliveries([handedOver("a", 2, { externalId: "x1" })]);
      expect(await store.deliveries.progress(chatId("a"), 2, "failed")).toBe(true);
      expect(await lineOf(2)).toMatchObject({ delivery: "failed", problem: "undelivered" });
      expect(await store.deliveries.progress(chatId("a"), 2, "read")).toBe(false);
    });

    it("pass over what never left, and what nobody knows", async () => {
      expect(await store.deliveries.progress(chatId("a"), 2, "read")).toBe(false);
      expect(await store.deliveries.progress(chatId("a"), 99, "read")).toBe(false);
    });
  });

  describe(`${name}: messages that failed`, () => {
    it("are taken up once more, as if nobody had tried", async () => {
      await store.engine.recordDeliveries([
        handedOver("a", 2),
        handedOver("a", 3, { state: "failed", attempts: 4, error: "refused" }),
      ]);
      expect(await lineOf(3)).toMatchObject({ delivery: "failed", problem: "refused" });
      expect(await store.deliveries.failed(chatId("a"), 3)).toEqual(
        outboxOf("a", 1, 3, { index: 1, state: "waiting" }),
      );
      await store.engine.recordDeliveries([handedOver("a", 3, { externalId: "x9" })]);
      expect(await store.deliveries.failed(chatId("a"), 3)).toBeUndefined();
      const { delivery, problem } = (await lineOf(3)) ?? {};
      expect([delivery, problem]).toEqual(["handed_over", undefined]);
    });

    it("are none of those that left or wait", async () => {
      await store.engine.recordDeliveries([
        handedOver("a", 2),
        handedOver("a", 3, { state: "waiting", notBefore: 9 }),
      ]);
      for (const seq of [2, 3, 99]) expect(await store.deliveries.failed(chatId("a"), seq)).toBeUndefined();
    });
  });
}

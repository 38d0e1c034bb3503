/** The store contract: what became of messages, and deliveries that wait for their reading. */
import { describe, expect, it } from "vitest";
import type { CommitTurn } from "../../src/store/engine.ts";
import { chatId, conversationOf, handedOver, inboxOf, outboxOf, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening, typesOf } from "./each-store.ts";

export function outgoingContract(name: string, open: Opening): void {
  const store = eachStore(open);
  const types = (...turns: CommitTurn[]) => typesOf(store, ...turns);

  const unfinished = async () =>
    (await store.engine.unfinishedOutbox()).map(({ conversation, seq }) => [conversation, seq]);

  describe(`${name}: deliveries`, () => {
    it("forgets what was handed over, with the chat's next turn or alone", async () => {
      await types(turnOf("a", 1, 1), turnOf("b", 1, 2));
      await store.engine.commitTurns([turnOf("a", 2, 3)], [handedOver("a", 2), handedOver("b", 2)]);
      expect(await unfinished()).toEqual([[chatId("a"), 4]]);
      await store.engine.recordDeliveries([handedOver("a", 4)]);
      expect(await unfinished()).toEqual([]);
      const lines = await store.engine.lines(chatId("a"), 0, 10);
      expect(lines.map(({ delivery }) => delivery)).toEqual([
        undefined,
        "handed_over",
        undefined,
        "handed_over",
      ]);
    });

    it("records hand-overs also where the turn beside them is refused", async () => {
      await types(turnOf("a", 1, 1));
      const results = await store.engine.commitTurns([turnOf("a", 5, 2)], [handedOver("a", 2)]);
      expect(results).toEqual([{ type: "stale" }]);
      expect(await unfinished()).toEqual([]);
    });

    it("keeps several messages of one turn apart", async () => {
      const outbox = [outboxOf("a", 1, 2), outboxOf("a", 1, 3, { index: 1 })];
      await types(turnOf("a", 1, 1, { conversation: conversationOf("a", { lastSeq: 3 }), outbox }));
      await store.engine.recordDeliveries([handedOver("a", 2)]);
      expect(await store.engine.unfinishedOutbox()).toEqual([{ ...outbox[1], possibleRepeat: true }]);
    });

    it("does not take an earlier message for handed over because a later one was", async () => {
      await types(turnOf("a", 1, 1), turnOf("a", 2, 2));
      await store.engine.recordDeliveries([handedOver("a", 4)]);
      expect(await unfinished()).toEqual([[chatId("a"), 2]]);
      await store.engine.recordDeliveries([handedOver("a", 2)]);
      expect(await unfinished()).toEqual([]);
    });

    it("keeps a message that waits for its next try, and does not call that a repeat", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.recordDeliveries([
        handedOver("a", 2, { state: "waiting", attempts: 3, notBefore: 77 }),
      ]);
      expect(await store.engine.unfinishedOutbox()).toEqual([
        outboxOf("a", 1, 2, { state: "waiting", attempts: 3, notBefore: 77 }),
      ]);
      await types(turnOf("a", 2, 2));
      await store.engine.recordDeliveries([handedOver("a", 2, { attempts: 4 })]);
      expect(await unfinished()).toEqual([[chatId("a"), 4]]);
    });

    it("knows after a stop that staff asked for a message to leave once more", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.recordDeliveries([handedOver("a", 2, { state: "failed", error: "refused" })]);
      await store.engine.recordDeliveries([
        handedOver("a", 2, { state: "waiting", attempts: 0, askedAt: 55 }),
      ]);
      await store.engine.recordDeliveries([
        handedOver("a", 2, { state: "waiting", attempts: 1, notBefore: 77 }),
      ]);
      expect(await store.engine.unfinishedOutbox()).toEqual([
        outboxOf("a", 1, 2, { state: "waiting", attempts: 1, notBefore: 77, askedAt: 55 }),
      ]);
    });

    it("knows after a stop that its line kept a message back, and of one that leaves again no more", async () => {
      await types(turnOf("a", 1, 1));
      const waits = (error: string) =>
        handedOver("a", 2, { state: "waiting", attempts: 0, notBefore: 77, error });
      await store.engine.recordDeliveries([waits("held")]);
      expect(await store.engine.unfinishedOutbox()).toEqual([
        outboxOf("a", 1, 2, { state: "waiting", notBefore: 77, kept: true }),
      ]);
      await store.engine.recordDeliveries([waits("retry_later")]);
      expect(await store.engine.unfinishedOutbox()).toEqual([
        outboxOf("a", 1, 2, { state: "waiting", notBefore: 77 }),
      ]);
    });

    it("gives a message up and shows that in its line", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.recordDeliveries([handedOver("a", 2, { state: "failed", error: "refused" })]);
      expect(await unfinished()).toEqual([]);
      expect((await store.engine.lines(chatId("a"), 1, 9))[0]?.delivery).toBe("failed");
    });

    it("takes the platform's id of a message along", async () => {
      await types(turnOf("a", 1, 1), turnOf("a", 2, 2));
      await store.engine.commitTurns([], [handedOver("a", 2, { externalId: "wamid.1" }), handedOver("a", 4)]);
      expect(await unfinished()).toEqual([]);
    });

    it("passes over a record of a message that nobody knows", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.recordDeliveries([handedOver("x", 2), handedOver("a", 99)]);
      expect(await unfinished()).toEqual([[chatId("a"), 2]]);
    });

    it("lists what has not left by chat and seq, with an address of its own where it has one", async () => {
      const elsewhere = outboxOf("a", 1, 2, { channel: "telegram", address: "55" });
      await types(turnOf("b", 1, 1), turnOf("a", 1, 2, { outbox: [elsewhere] }), turnOf("b", 2, 3));
      const rows = await store.engine.unfinishedOutbox();
      expect(rows.map(({ conversation, seq }) => [conversation, seq])).toEqual([
        [chatId("b"), 2],
        [chatId("b"), 4],
        [chatId("a"), 2],
      ]);
      expect(rows[2]).toMatchObject({ channel: "telegram", address: "55" });
    });
  });

  describe(`${name}: pending deliveries`, () => {
    const waiting = (seq: number) => inboxOf("a", seq, { chatSeq: 0, state: "pending" });

    it("stores each once and lists them by seq", async () => {
      await types(turnOf("a", 1, 1));
      expect(await store.engine.insertInbox([waiting(5), waiting(3), waiting(1)])).toEqual([
        "stored",
        "stored",
        "duplicate",
      ]);
      expect(await store.engine.insertInbox([waiting(5)])).toEqual(["duplicate"]);
      expect(await store.engine.pendingInbox()).toEqual([waiting(3), waiting(5)]);
      expect(await store.engine.highest()).toMatchObject({ inbox: 5 });
    });

    it("makes a repeat of what is pending a repeat for turns too", async () => {
      await store.engine.insertInbox([waiting(1)]);
      expect(await types(turnOf("a", 1, 1))).toEqual(["duplicate"]);
    });

    it("gets its place in the chat when a turn settles it, and only then", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.insertInbox([waiting(2)]);
      expect(await store.engine.lines(chatId("a"), 2, 9)).toEqual([]);
      const { inbox: _, ...settling } = turnOf("a", 2, 2);
      const turn = { ...settling, settles: { seq: 2, state: "done", chatSeq: 3 } } as const;
      expect(await types(turn)).toEqual(["committed"]);
      expect(await store.engine.pendingInbox()).toEqual([]);
      expect(await store.engine.lines(chatId("a"), 2, 1)).toEqual([
        { seq: 3, from: "customer", at: 20, id: "m2", content: { type: "text", text: "رسالة 2" } },
      ]);
      expect(await store.engine.insertInbox([waiting(2)])).toEqual(["duplicate"]);
    });

    it("is kept as the turn says, where it is not as it came", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.insertInbox([waiting(2)]);
      const { inbox: _, ...settling } = turnOf("a", 2, 2);
      const content = { type: "text", text: "as it was heard" } as const;
      await types({ ...settling, settles: { seq: 2, state: "done", chatSeq: 3, content } });
      expect(await store.engine.lines(chatId("a"), 2, 1)).toMatchObject([{ seq: 3, id: "m2", content }]);
    });

    it("is settled once: a second turn for it is stale", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.insertInbox([waiting(2)]);
      const { inbox: _, ...settling } = turnOf("a", 2, 2);
      await types({ ...settling, settles: { seq: 2, state: "failed", chatSeq: 3 } });
      const { inbox: __, ...again } = turnOf("a", 3, 2);
      expect(await types({ ...again, settles: { seq: 2, state: "done", chatSeq: 5 } })).toEqual(["stale"]);
      expect((await store.engine.getConversation(chatId("a")))?.version).toBe(2);
    });

    it("is failed for good without a turn: no line, nothing pending, and a repeat ever after", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.insertInbox([waiting(2)]);
      const { seq, channel, address, id, receivedAt } = waiting(2);
      const failed = { seq, channel, address, id, receivedAt, state: "failed" } as const;
      expect(await store.engine.insertInbox([failed])).toEqual(["stored"]);
      expect(await store.engine.pendingInbox()).toEqual([]);
      expect(await store.engine.lines(chatId("a"), 2, 9)).toEqual([]);
      expect(await store.engine.insertInbox([waiting(2), failed])).toEqual(["duplicate", "duplicate"]);
      expect(await types(turnOf("a", 2, 2))).toEqual(["duplicate"]);
    });

    it("is never taken for failed by another delivery that nobody had stored", async () => {
      await store.engine.insertInbox([waiting(2)]);
      const { seq, channel, address, id, receivedAt } = waiting(3);
      const failed = { seq, channel, address, id, receivedAt, state: "failed" } as const;
      expect(await store.engine.insertInbox([failed, failed])).toEqual(["stored", "duplicate"]);
      expect(await store.engine.pendingInbox()).toHaveLength(1);
    });

    it("stays pending when the turn that would settle it is stale", async () => {
      await types(turnOf("a", 1, 1));
      await store.engine.insertInbox([waiting(2)]);
      const { inbox: _, ...settling } = turnOf("a", 7, 2);
      expect(await types({ ...settling, settles: { seq: 2, state: "done", chatSeq: 3 } })).toEqual(["stale"]);
      expect(await store.engine.pendingInbox()).toHaveLength(1);
    });
  });
}

/** The store contract: chats as they are read back, their timers, and where counting goes on. */
import { describe, expect, it } from "vitest";
import type { ConversationId } from "../../src/domain/ids.ts";
import { orderRefOf } from "../../src/domain/ids.ts";
import type { CommitTurn } from "../../src/store/engine.ts";
import { chatId, conversationOf, inboxOf, newOrder, outboxOf, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening, typesOf } from "./each-store.ts";

export function chatsContract(name: string, open: Opening): void {
  const store = eachStore(open);
  const types = (...turns: CommitTurn[]) => typesOf(store, ...turns);

  describe(`${name}: lines`, () => {
    it("gives a chat back in order, after a seq and no more than asked for", async () => {
      for (let n = 1; n <= 6; n += 1) await types(turnOf("a", n, n));
      const silent = turnOf("a", 7, 7, { conversation: conversationOf("a", { version: 7, lastSeq: 12 }) });
      const { inbox: _, ...nothingSaid } = silent;
      await types({ ...nothingSaid, outbox: [] });
      await types(
        turnOf("a", 8, 8, {
          conversation: conversationOf("a", { version: 8, lastSeq: 14 }),
          inbox: inboxOf("a", 8, { chatSeq: 13 }),
          outbox: [outboxOf("a", 8, 14)],
        }),
      );
      const seqs = async (after: number, limit: number) =>
        (await store.engine.lines(chatId("a"), after, limit)).map(({ seq }) => seq);
      expect(await seqs(0, 100)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
      expect(await seqs(0, 3)).toEqual([1, 2, 3]);
      expect(await seqs(5, 4)).toEqual([6, 7, 8, 9]);
      expect(await seqs(11, 9)).toEqual([12, 13, 14]);
      expect(await seqs(14, 9)).toEqual([]);
      expect(await store.engine.lines("c_unknown" as ConversationId, 0, 9)).toEqual([]);
    });

    it("tells who spoke, with the choices, the order and the agent's name", async () => {
      const effect = {
        type: "say",
        kind: "staff",
        from: "agent",
        name: "سارة",
        language: "ar",
        text: "أهلًا",
        choices: [{ value: "q1:yes", label: "نعم" }],
        order: orderRefOf(10_001),
      } as const;
      await types(turnOf("a", 1, 1, { outbox: [outboxOf("a", 1, 2, { effect })] }));
      const { type: _, kind: __, language: ___, ...shown } = effect;
      expect(await store.engine.lines(chatId("a"), 0, 9)).toEqual([
        { seq: 1, from: "customer", at: 10, id: "m1", content: { type: "text", text: "رسالة 1" } },
        { seq: 2, at: 100, delivery: "in_flight", ...shown },
      ]);
    });
  });

  describe(`${name}: timers`, () => {
    const at = (chat: string, n: number, wakeAt: number | undefined) =>
      turnOf(chat, n, 0, {
        inbox: inboxOf(chat, n, { id: `${chat}${n}`, chatSeq: n * 2 - 1 }),
        conversation: conversationOf(chat, {
          version: n,
          lastSeq: n * 2,
          ...(wakeAt !== undefined && { wake: { at: wakeAt, what: "remind" } }),
        }),
      });
    const due = async (now: number, limit = 10) =>
      (await store.engine.dueConversations(now, limit)).map(({ id }) => id);

    it("come due earliest first, no more than asked for", async () => {
      expect(await store.engine.nextWake()).toBeUndefined();
      await types(at("a", 1, 300), at("b", 1, 100), at("c", 1, undefined), at("d", 1, 200));
      expect(await store.engine.nextWake()).toBe(100);
      expect(await due(99)).toEqual([]);
      expect(await due(250)).toEqual([chatId("b"), chatId("d")]);
      expect(await due(999, 2)).toEqual([chatId("b"), chatId("d")]);
    });

    it("follow the newest state, earlier and later", async () => {
      await types(at("a", 1, 100), at("b", 1, 150));
      await types(at("a", 2, 500), at("b", 2, 120));
      expect(await due(130)).toEqual([chatId("b")]);
      expect(await due(499)).toEqual([chatId("b")]);
      expect(await due(500)).toEqual([chatId("b"), chatId("a")]);
    });

    it("end with the state that has none", async () => {
      await types(at("a", 1, 100));
      await types(at("a", 2, undefined));
      expect(await due(1_000)).toEqual([]);
      expect(await store.engine.nextWake()).toBeUndefined();
      await types(at("a", 3, 700));
      expect(await store.engine.nextWake()).toBe(700);
    });

    it("never announce a later moment than the earliest one", async () => {
      await types(at("a", 1, 100));
      await types(at("a", 2, 500));
      expect(await store.engine.nextWake()).toBeLessThanOrEqual(500);
      await due(400);
      expect(await store.engine.nextWake()).toBe(500);
    });
  });

  describe(`${name}: due orders`, () => {
    const order = (number: number, dueAt: number | undefined, change = {}) =>
      newOrder(`o${number}`, number, { ...(dueAt !== undefined && { dueAt }), ...change });
    const place = (number: number, dueAt: number | undefined) =>
      turnOf(`o${number}`, 1, number, { orderChanges: [order(number, dueAt)] });
    const move = (number: number, dueAt: number | undefined) =>
      turnOf(`o${number}`, 2, number + 1_000, {
        orderChanges: [{ ...order(number, dueAt, { version: 2 }), expect: 1 }],
      });
    const due = async (now: number, limit = 10) =>
      (await store.engine.dueOrders(now, limit)).map(({ ref }) => Number(ref.slice(3)));

    it("come earliest first, no more than asked for, and never one that waits for nothing", async () => {
      expect(await store.engine.nextDue()).toBeUndefined();
      await types(place(10_001, 300), place(10_002, 100), place(10_003, undefined), place(10_004, 200));
      expect(await store.engine.nextDue()).toBe(100);
      expect(await due(99)).toEqual([]);
      expect(await due(250)).toEqual([10_002, 10_004]);
      expect(await due(999, 2)).toEqual([10_002, 10_004]);
    });

    it("are due again where something was written by a later moment, whatever they wait for", async () => {
      const written = (number: number, dueAt: number | undefined, change: object) =>
        turnOf(`o${number}`, 1, number, { orderChanges: [order(number, dueAt, change)] });
      await types(
        written(10_001, 900, { changedAt: 500 }),
        written(10_002, undefined, { changedAt: 1, clock: { at: 501 } }),
        written(10_003, 900, { changedAt: 400, clock: { at: 400 } }),
      );
      const timed = (chat: string, change: object) =>
        turnOf(chat, 1, Number(`0x${chat}`), {
          conversation: conversationOf(chat, { version: 1, lastSeq: 2, ...change }),
        });
      const wake = { at: 900, what: "unmute" } as const;
      const person = { since: 1, reason: "asked", mutedUntil: 401 } as const;
      await types(
        timed("a1", { heardAt: 401, wake }),
        timed("a2", { wake, person }),
        timed("a3", { heardAt: 400, wake: { ...wake, at: 100 } }),
        timed("a4", { heardAt: 500 }),
      );
      const chats = await store.engine.dueAgain(400);
      expect([...chats].sort()).toEqual([chatId("a1"), chatId("a2")]);
      expect((await due(1)).sort()).toEqual([10_001, 10_002]);
      expect(await store.engine.nextDue()).toBe(0);
    });

    it("follow each change of the order", async () => {
      await types(place(10_001, 100), place(10_002, 200), place(10_003, undefined));
      await types(move(10_001, 500), move(10_002, undefined), move(10_003, 300));
      expect(await store.engine.nextDue()).toBe(300);
      expect(await due(999)).toEqual([10_003, 10_001]);
    });
  });

  describe(`${name}: highest`, () => {
    it("begins at nothing and follows orders and deliveries", async () => {
      expect(await store.engine.highest()).toEqual({ order: 0, inbox: 0 });
      await types(turnOf("a", 1, 41, { orderChanges: [newOrder("a", 10_007)] }), turnOf("b", 1, 40));
      expect(await store.engine.highest()).toEqual({ order: 10_007, inbox: 41 });
    });
  });
}

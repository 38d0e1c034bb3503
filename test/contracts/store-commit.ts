/** The store contract: what `commitTurns` writes, refuses, and leaves alone. */
import { describe, expect, it } from "vitest";
import type { DraftId } from "../../src/domain/ids.ts";
import { orderRefOf } from "../../src/domain/ids.ts";
import type { CommitTurn } from "../../src/store/engine.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { chatId, conversationOf, inboxOf, newOrder, orderOf, placed, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening, typesOf } from "./each-store.ts";

export function commitContract(name: string, open: Opening): void {
  const store = eachStore(open);
  const types = (...turns: CommitTurn[]) => typesOf(store, ...turns);

  describe(`${name}: commitTurns`, () => {
    it("keeps a chat with its state, its message and its reply", async () => {
      const turn = turnOf("a", 1, 1);
      expect(await types(turn)).toEqual(["committed"]);
      expect(await store.engine.findConversation("counting", "a")).toEqual(turn.conversation);
      expect(await store.engine.getConversation(chatId("a"))).toEqual(turn.conversation);
      expect(await store.engine.findConversation("counting", "b")).toBeUndefined();
      expect(await store.engine.getConversation(chatId("b"))).toBeUndefined();
      expect(await store.engine.unfinishedOutbox()).toEqual([{ ...turn.outbox[0], possibleRepeat: true }]);
    });

    it("lets two turns of one chat follow each other in one batch", async () => {
      expect(await types(turnOf("a", 1, 1), turnOf("a", 2, 2), turnOf("b", 1, 3))).toEqual([
        "committed",
        "committed",
        "committed",
      ]);
      expect((await store.engine.getConversation(chatId("a")))?.version).toBe(2);
    });

    it("drops a delivery that was there before, whatever its body, and writes nothing of its turn", async () => {
      await types(turnOf("a", 1, 1));
      const again = turnOf("a", 2, 9, {
        inbox: inboxOf("a", 9, { id: "m1", content: { type: "text", text: "another" } }),
      });
      expect(await types(again, turnOf("b", 1, 2))).toEqual(["duplicate", "committed"]);
      expect((await store.engine.getConversation(chatId("a")))?.version).toBe(1);
      expect(await store.engine.lines(chatId("a"), 0, 10)).toHaveLength(2);
    });

    it("drops a delivery that came twice within one batch", async () => {
      const twice = turnOf("a", 2, 2, { inbox: inboxOf("a", 2, { id: "m1", chatSeq: 3 }) });
      expect(await types(turnOf("a", 1, 1), twice)).toEqual(["committed", "duplicate"]);
    });

    it("takes the same message id from another sender for another message", async () => {
      const other = turnOf("b", 1, 2, { inbox: inboxOf("b", 2, { id: "m1" }) });
      expect(await types(turnOf("a", 1, 1), other)).toEqual(["committed", "committed"]);
    });

    it("refuses a turn whose chat has moved on, and lets it come again on the newest state", async () => {
      await types(turnOf("a", 1, 1), turnOf("a", 2, 2));
      const late = turnOf("a", 2, 3);
      expect(await types(late, turnOf("b", 1, 4))).toEqual(["stale", "committed"]);
      expect((await store.engine.getConversation(chatId("a")))?.heardAt).toBe(2);
      expect(await types(turnOf("a", 3, 3))).toEqual(["committed"]);
    });

    it("changes a partner with its turn, and refuses the turn where the partner has changed since", async () => {
      const { partners } = store;
      await partners.save([samplePartner("a")]);
      const [known] = await partners.offering("parcel_delivery");
      if (!known) throw new Error("the partner is not offered");
      const paused = { ...known, state: { status: "paused_by_itself", at: 5 } } as const;
      expect(await types({ ...turnOf("a", 1, 1), partners: [paused] })).toEqual(["committed"]);
      expect(await partners.get(known.id)).toEqual({ ...paused, version: 2 });
      expect(await partners.offering("parcel_delivery")).toEqual([]);
      expect(await types({ ...turnOf("a", 2, 2), partners: [known] })).toEqual(["stale"]);
      expect((await store.engine.getConversation(chatId("a")))?.version).toBe(1);
    });

    it("lets turns that one brings about follow each other in the same chat", async () => {
      await types(turnOf("a", 1, 1), turnOf("b", 1, 2));
      const { inbox: _inbox, ...second } = turnOf("b", 2, 3);
      const { inbox: __inbox, ...third } = turnOf("b", 3, 4);
      expect(await types({ ...turnOf("a", 2, 5), also: [second, third] })).toEqual(["committed"]);
      expect((await store.engine.getConversation(chatId("b")))?.version).toBe(3);
      const lines = await store.engine.lines(chatId("b"), 0, 10);
      expect(new Set(lines.map(({ seq }) => seq)).size).toBe(lines.length);
      expect(lines.length).toBeGreaterThan(2);
    });

    it("refuses a second beginning of a chat, by id and by address", async () => {
      await types(turnOf("a", 1, 1));
      const sameAddress = turnOf("b", 1, 3, { conversation: conversationOf("b", { address: "a" }) });
      expect(await types(turnOf("a", 1, 2), sameAddress)).toEqual(["stale", "stale"]);
      expect(await store.engine.getConversation(chatId("b"))).toBeUndefined();
    });

    it("refuses a turn of a chat that was never begun", async () => {
      expect(await types(turnOf("a", 2, 1))).toEqual(["stale"]);
    });

    it("fails the one turn that can't be kept and commits its neighbours", async () => {
      const bad = turnOf("b", 1, 2, { conversation: { ...conversationOf("b"), ...circular() } });
      const results = await store.engine.commitTurns([turnOf("a", 1, 1), bad, turnOf("c", 1, 3)], []);
      expect(results.map(({ type }) => type)).toEqual(["committed", "failed", "committed"]);
      expect(await store.engine.getConversation(chatId("b"))).toBeUndefined();
      expect(await store.engine.lines(chatId("c"), 0, 9)).toHaveLength(2);
    });

    it("writes orders and their history with the turn, or neither", async () => {
      const turn = turnOf("a", 1, 1, { orderChanges: [newOrder("a", 10_001)] });
      expect(await types(turn)).toEqual(["committed"]);
      expect(await store.engine.getOrder(orderRefOf(10_001))).toEqual(orderOf("a", 10_001));
      expect(await store.orders.history(orderRefOf(10_001))).toEqual([placed]);
      const stale = turnOf("b", 2, 2, { orderChanges: [newOrder("b", 10_002)] });
      expect(await types(stale)).toEqual(["stale"]);
      expect(await store.engine.getOrder(orderRefOf(10_002))).toBeUndefined();
    });

    it("changes an order only on the version that the change was made on", async () => {
      await types(turnOf("a", 1, 1, { orderChanges: [newOrder("a", 10_001)] }));
      const next = orderOf("a", 10_001, { version: 2, state: { status: "in_progress", at: 5 } });
      const history = [{ ...placed, from: "placed", to: "in_progress", what: "moved" } as const];
      const change = { order: next, expect: 1, history };
      expect(await types(turnOf("a", 2, 2, { orderChanges: [change] }))).toEqual(["committed"]);
      expect(await types(turnOf("a", 3, 3, { orderChanges: [change] }))).toEqual(["stale"]);
      expect((await store.engine.getConversation(chatId("a")))?.version).toBe(2);
      expect(await store.engine.getOrder(next.ref)).toEqual(next);
      expect(await store.orders.history(next.ref)).toEqual([placed, ...history]);
    });

    it("never keeps two orders of one form run, nor two of one number", async () => {
      await types(turnOf("a", 1, 1, { orderChanges: [newOrder("a", 10_001)] }));
      const sameDraft = newOrder("a", 10_002, { draft: "10001.0" as DraftId });
      const sameNumber = newOrder("a", 10_001, { draft: "7.0" as DraftId });
      expect(await types(turnOf("a", 2, 2, { orderChanges: [sameDraft] }))).toEqual(["stale"]);
      expect(await types(turnOf("a", 2, 2, { orderChanges: [sameNumber] }))).toEqual(["stale"]);
      expect(await store.engine.highest()).toMatchObject({ order: 10_001 });
    });

    it("takes an empty batch", async () => {
      expect(await store.engine.commitTurns([], [])).toEqual([]);
    });
  });
}

/** A value that nothing can write down. */
function circular(): { readonly drafts: never } {
  const loop: unknown[] = [() => 0];
  loop.push(loop);
  return { drafts: loop as never };
}

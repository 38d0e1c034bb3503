/** The store contract: whose a chat is, what it is found by, and turns of several chats that are written together or not at all. */
import { describe, expect, it } from "vitest";
import type { DoorsRow } from "../../src/domain/doors.ts";
import type { CommitTurn } from "../../src/store/engine.ts";
import { chatId, conversationOf, customerId, newOrder, outboxOf, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening, typesOf } from "./each-store.ts";

export function doorsContract(name: string, open: Opening): void {
  const store = eachStore(open);
  const types = (...turns: CommitTurn[]) => typesOf(store, ...turns);
  const ids = (chats: readonly { readonly id: string }[]) => chats.map(({ id }) => id);

  const joined = (other: string): DoorsRow => ({
    at: 7,
    what: "joined",
    by: { type: "customer" },
    proof: { type: "code" },
    customer: { before: customerId(other), after: customerId("a") },
    others: [{ conversation: chatId("a"), channel: "counting" }],
  });

  /** The second turn of a chat, in which it becomes the customer's of `a`. */
  function joins(chat: string, n = 2): CommitTurn {
    const { inbox: _inbox, ...turn } = turnOf(chat, n, 0, {
      conversation: conversationOf(chat, { version: n, lastSeq: n * 2, customer: customerId("a") }),
      doors: { customer: customerId("a"), history: joined(chat) },
    });
    return { ...turn, outbox: [outboxOf(chat, n, n * 2)] };
  }

  describe(`${name}: doors`, () => {
    it("finds the chats of a customer, the eldest first, with all their orders", async () => {
      await types(
        turnOf("b", 1, 1, { orderChanges: [newOrder("b", 10_001)] }),
        turnOf("a", 1, 2, { orderChanges: [newOrder("a", 10_002)] }),
      );
      expect(ids(await store.doors.chatsOf(customerId("a")))).toEqual([chatId("a")]);
      expect(await types(joins("b"))).toEqual(["committed"]);
      expect(ids(await store.doors.chatsOf(customerId("a")))).toEqual([chatId("b"), chatId("a")]);
      expect(await store.doors.chatsOf(customerId("b"))).toEqual([]);
      const page = await store.orders.list({ customer: customerId("a") }, { limit: 9 });
      expect(page.type === "page" && page.orders.map(({ ref }) => ref)).toEqual(["BR-10002", "BR-10001"]);
    });

    it("finds chats by the phone that they have now", async () => {
      const withPhone = (chat: string, n: number, number: string) =>
        turnOf(chat, n, n, {
          conversation: conversationOf(chat, {
            version: n,
            lastSeq: n * 2,
            phone: { number, at: 1, by: "address" },
          }),
          doors: { phone: { number, at: 1, by: "address" } },
        });
      await types(withPhone("a", 1, "+966501234567"), withPhone("b", 1, "+966501234567"));
      expect(ids(await store.doors.chatsWithPhone("+966501234567", 9))).toEqual([chatId("a"), chatId("b")]);
      expect(ids(await store.doors.chatsWithPhone("+966501234567", 1))).toEqual([chatId("a")]);
      await types(withPhone("a", 2, "+966559999999"));
      expect(ids(await store.doors.chatsWithPhone("+966501234567", 9))).toEqual([chatId("b")]);
      expect(ids(await store.doors.chatsWithPhone("+966559999999", 9))).toEqual([chatId("a")]);
    });

    it("finds the chat of a code while it lives, and no earlier code of it", async () => {
      const withCode = (n: number, id: string, until: number) =>
        turnOf("a", n, n, {
          conversation: conversationOf("a", {
            version: n,
            lastSeq: n * 2,
            linkCode: { id, hash: "h", until, tries: 0 },
          }),
          doors: { code: { id, until } },
        });
      await types(withCode(1, "K7M", 500));
      expect((await store.doors.chatWithCode("K7M", 500))?.id).toBe(chatId("a"));
      expect(await store.doors.chatWithCode("K7M", 501)).toBeUndefined();
      expect(await store.doors.chatWithCode("B2B", 1)).toBeUndefined();
      await types(withCode(2, "R3T", 900));
      expect(await store.doors.chatWithCode("K7M", 1)).toBeUndefined();
      expect((await store.doors.chatWithCode("R3T", 1))?.id).toBe(chatId("a"));
      await types(turnOf("a", 3, 3));
      expect(await store.doors.chatWithCode("R3T", 1)).toBeUndefined();
    });

    it("keeps the history of each chat's joins, oldest first", async () => {
      await types(turnOf("a", 1, 1), turnOf("b", 1, 2));
      await types(joins("b"));
      const split: DoorsRow = { ...joined("b"), at: 9, what: "split", others: [] };
      await types({ ...joins("b", 3), doors: { customer: customerId("b"), history: split } });
      const history = await store.doors.history([chatId("a"), chatId("b")]);
      expect(history.get(chatId("b"))).toEqual([joined("b"), split]);
      expect(history.has(chatId("a"))).toBe(false);
    });
  });

  describe(`${name}: turns of several chats`, () => {
    it("are written together, each with its own replies", async () => {
      await types(turnOf("a", 1, 1), turnOf("b", 1, 2));
      expect(await types({ ...turnOf("a", 2, 3), also: [joins("b")] }, turnOf("b", 3, 4))).toEqual([
        "committed",
        "committed",
      ]);
      expect((await store.engine.getConversation(chatId("a")))?.version).toBe(2);
      expect((await store.engine.getConversation(chatId("b")))?.version).toBe(3);
      expect((await store.engine.lines(chatId("b"), 2, 9)).map(({ seq }) => seq)).toEqual([4, 5, 6]);
      const waiting = (await store.engine.unfinishedOutbox()).filter(
        ({ conversation }) => conversation === chatId("b"),
      );
      expect(waiting.map(({ seq }) => seq)).toEqual([2, 4, 6]);
    });

    it("are none of them written when one has moved on, and harm no stranger", async () => {
      await types(turnOf("a", 1, 1), turnOf("b", 1, 2), turnOf("b", 2, 3));
      const results = await types({ ...turnOf("a", 2, 4), also: [joins("b")] }, turnOf("c", 1, 5));
      expect(results).toEqual(["stale", "committed"]);
      expect((await store.engine.getConversation(chatId("a")))?.version).toBe(1);
      expect((await store.engine.getConversation(chatId("b")))?.customer).toBe(customerId("b"));
      expect(await store.doors.history([chatId("b")])).toEqual(new Map());
      expect(await types({ ...turnOf("a", 2, 4), also: [joins("b", 3)] })).toEqual(["committed"]);
      expect(await store.engine.lines(chatId("a"), 0, 9)).toHaveLength(4);
    });

    it("are none of them written when their delivery was there before", async () => {
      await types(turnOf("a", 1, 1), turnOf("b", 1, 2), turnOf("a", 2, 3));
      const again = turnOf("a", 3, 3, { also: [joins("b")] });
      const { inbox } = turnOf("a", 2, 3);
      expect(await types({ ...again, ...(inbox && { inbox }) })).toEqual(["duplicate"]);
      expect((await store.engine.getConversation(chatId("b")))?.version).toBe(1);
    });
  });
}
